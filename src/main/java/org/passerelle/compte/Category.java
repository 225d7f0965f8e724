package org.passerelle.compte;

/// Why an activity account moves (PS-62): no line without one.
public enum Category {
    ENCAISSEMENT,
    FRAIS_DE_GESTION,
    SALAIRE_BRUT,
    COTISATION_PATRONALE,
    TAXE,
    FRAIS_PRO,
    PROVISION,
    AVANCE,
    AUTRE_CHARGE
}
