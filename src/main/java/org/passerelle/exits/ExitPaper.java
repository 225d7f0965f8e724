package org.passerelle.exits;

import java.util.Arrays;
import java.util.Optional;

/// What the worker receives on the last day (UN-06).
public enum ExitPaper {
    /// Days, jobs and periods, and nothing else.
    CERTIFICATE("certificat-de-travail"),
    /// Inventory of what was paid when the contract ended, in two copies.
    RECEIPT("solde-de-tout-compte"),
    /// What the unemployment insurance asks, to copy into its declaration.
    EMPLOYER_STATEMENT("attestation-employeur"),
    /// That health and provident cover go on for a while.
    COVER("maintien-des-garanties");

    private final String slug;

    ExitPaper(String slug) {
        this.slug = slug;
    }

    /// As addresses and file names have it.
    public String slug() {
        return slug;
    }

    public static Optional<ExitPaper> of(String slug) {
        return Arrays.stream(values()).filter(paper -> paper.slug.equals(slug)).findFirst();
    }

    /// Whether its sums come from the last payslip, so that it cannot be drawn before.
    public boolean needsLastPayslip() {
        return this == RECEIPT || this == EMPLOYER_STATEMENT;
    }
}
