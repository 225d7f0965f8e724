package org.passerelle.pay;

/// Which neutral table of the withholding tax applies: where the worker lives for tax.
public enum Zone {
    MAINLAND("pas_neutral_mainland"),
    GUADELOUPE_REUNION_MARTINIQUE("pas_neutral_guadeloupe_reunion_martinique"),
    GUYANE_MAYOTTE("pas_neutral_guyane_mayotte");

    private final String parameter;

    Zone(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
