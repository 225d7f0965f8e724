package org.passerelle.kernel;

/// The legal frame in which a freelancer's work is sold. A legal entity of an operator runs exactly one of the
/// first four (PS-20); the last two are only ever advised.
public enum Frame {
    PORTAGE_SALARIAL,
    /// Coopérative d'activité et d'emploi, general.
    CAE,
    /// A cooperative dedicated to services à la personne (SP-10).
    CAE_SAP,
    PORTAGE_ENTREPRENEURIAL,
    MICRO_ENTREPRISE
}
