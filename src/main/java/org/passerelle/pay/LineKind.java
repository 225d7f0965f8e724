package org.passerelle.pay;

/// The lines of a payslip, in the order in which they are computed and shown.
public enum LineKind {
    MALADIE,
    VIEILLESSE_PLAFONNEE,
    VIEILLESSE_DEPLAFONNEE,
    ALLOCATIONS_FAMILIALES,
    ATMP,
    AGIRC_ARRCO,
    CEG,
    CET,
    APEC,
    CHOMAGE,
    AGS,
    FNAL,
    CSA,
    DIALOGUE_SOCIAL,
    FORMATION,
    CPF_CDD,
    TAXE_APPRENTISSAGE,
    PEEC,
    VERSEMENT_MOBILITE,
    FORFAIT_SOCIAL,
    PREVOYANCE_CADRES,
    MUTUELLE,
    CSG_DEDUCTIBLE,
    CSG_NON_DEDUCTIBLE,
    CRDS,
    REDUCTION_GENERALE;

    static final int COUNT = values().length;

    private final String id = name().toLowerCase(java.util.Locale.ROOT);

    /// As files name it: `csg_deductible`.
    public String id() {
        return id;
    }
}
