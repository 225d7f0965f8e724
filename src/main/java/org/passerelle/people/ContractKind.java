package org.passerelle.people;

import org.passerelle.kernel.Frame;

/// The kind of contract that ties a worker to the entity.
public enum ContractKind {
    /// Contrat de travail (en portage salarial) à durée indéterminée.
    CDI,
    /// Contrat de travail (en portage salarial) à durée déterminée.
    CDD,
    /// Contrat d'entrepreneur salarié associé (CA-01).
    CESA,
    /// Contrat d'appui au projet d'entreprise: no employment contract, no payslip (CA-36).
    CAPE,
    /// Mandate of portage entrepreneurial (PE-01).
    MANDATE;

    /// Whether an entity of this frame may sign it (PS-20). A cooperative that employs under an ordinary contract
    /// (CA-40 B) is not served.
    public boolean belongsTo(Frame frame) {
        return switch (this) {
            case CDI, CDD -> frame == Frame.PORTAGE_SALARIAL;
            case CESA, CAPE -> frame == Frame.CAE || frame == Frame.CAE_SAP;
            case MANDATE -> frame == Frame.PORTAGE_ENTREPRENEURIAL;
        };
    }
}
