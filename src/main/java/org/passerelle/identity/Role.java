package org.passerelle.identity;

/// What somebody may do for an operator. One person may hold several roles, with several operators of one group.
public enum Role {
    /// Fills in a file to join the operator; sees that file only.
    CANDIDATE,
    /// Works through the operator; sees what is their own.
    FREELANCER,
    /// Looks after freelancers, clients, missions, invoices.
    GESTIONNAIRE,
    /// Runs the payroll and prepares the bank's files.
    PAYROLL,
    /// Answers for the company: approves payments, reads everything of the operator.
    DIRECTOR,
    /// Looks after sign-ins and settings.
    ADMINISTRATOR;

    /// Spring Security's name of the role: `ROLE_…`.
    public String authority() {
        return "ROLE_" + name();
    }

    /// Sign-ins of those who look after others end sooner (S-05).
    public boolean looksAfterOthers() {
        return this != FREELANCER && this != CANDIDATE;
    }
}
