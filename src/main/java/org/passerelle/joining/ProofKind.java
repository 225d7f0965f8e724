package org.passerelle.joining;

import org.passerelle.documents.Keeping;

/// A file that proves what an applicant said.
public enum ProofKind {
    /// Identity card, passport or residence permit (KY-01).
    IDENTITY(Step.IDENTITY),
    /// Diploma of the level claimed (PS-06).
    DIPLOMA(Step.QUALIFICATION),
    /// Work certificates, contracts or payslips (PS-06).
    EXPERIENCE(Step.QUALIFICATION),
    /// The title that authorises work (KY-05).
    WORK_TITLE(Step.RIGHT_TO_WORK),
    /// The bank's own paper with the holder's name (KY-02).
    BANK(Step.PAY),
    /// What shows a case of exemption from the health cover.
    HEALTH(Step.HEALTH);

    private final Step step;

    ProofKind(Step step) {
        this.step = step;
    }

    /// Why a copy is kept once it was checked (RG-02).
    public Keeping keeping() {
        return switch (this) {
            case IDENTITY, BANK, HEALTH -> Keeping.PROOF;
            case DIPLOMA, EXPERIENCE, WORK_TITLE -> Keeping.REGISTER;
        };
    }

    public Step step() {
        return step;
    }
}
