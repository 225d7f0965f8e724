package org.passerelle.workspace.bureau;

import static org.passerelle.identity.Role.ADMINISTRATOR;
import static org.passerelle.identity.Role.DIRECTOR;
import static org.passerelle.identity.Role.GESTIONNAIRE;
import static org.passerelle.identity.Role.PAYROLL;

import org.passerelle.identity.Role;

/// The places of the desk, in their order, and who may open them.
enum Place {
    QUEUE("", GESTIONNAIRE, PAYROLL, DIRECTOR, ADMINISTRATOR),
    DEADLINES("echeances", GESTIONNAIRE, PAYROLL, DIRECTOR, ADMINISTRATOR),
    REPORTS("activites", GESTIONNAIRE, PAYROLL, DIRECTOR),
    EXPENSES("frais", GESTIONNAIRE, PAYROLL, DIRECTOR),
    MISSIONS("missions", GESTIONNAIRE, DIRECTOR, ADMINISTRATOR),
    CONTRACTS("contrats", GESTIONNAIRE, DIRECTOR),
    ENTRIES("entrees", GESTIONNAIRE, DIRECTOR),
    PEOPLE("personnes", GESTIONNAIRE, PAYROLL, DIRECTOR),
    CLIENTS("clients", GESTIONNAIRE, DIRECTOR),
    OFFERS("offres", GESTIONNAIRE, DIRECTOR),
    GATHERINGS("rencontres", GESTIONNAIRE, DIRECTOR),
    INVOICES("factures", GESTIONNAIRE, DIRECTOR),
    COLLECTION("recouvrement", GESTIONNAIRE, DIRECTOR),
    BANK("banque", GESTIONNAIRE, DIRECTOR),
    PAYROLL_RUN("paie", PAYROLL, DIRECTOR),
    TRANSFERS("virements", PAYROLL, DIRECTOR),
    BOOKS("comptabilite", GESTIONNAIRE, DIRECTOR),
    ENTITY("societe", GESTIONNAIRE, PAYROLL, DIRECTOR, ADMINISTRATOR),
    TRAIL("piste", DIRECTOR, ADMINISTRATOR);

    private final String path;
    private final Role[] roles;

    Place(String path, Role... roles) {
        this.path = path;
        this.roles = roles;
    }

    String path() {
        return path;
    }

    Role[] roles() {
        return roles.clone();
    }
}
