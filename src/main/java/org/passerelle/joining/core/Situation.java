package org.passerelle.joining.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.joining.Answers;
import org.passerelle.joining.Proof;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.Step;
import org.passerelle.joining.TitleAnswer;
import org.passerelle.law.Law;
import org.passerelle.law.WorkingDays;
import org.passerelle.people.ContractKind;

/// All that decides whether somebody may be taken on and start.
///
/// @param kind the contract meant, or signed
/// @param open steps that still lack something
/// @param proofs what stands, by kind
/// @param insuredUntil last day of the house's liability insurance (PS-30)
/// @param papers how far the papers are
/// @param today the day of the question, in Paris
public record Situation(
        ContractKind kind,
        Answers answers,
        List<Step> open,
        Map<ProofKind, Proof> proofs,
        @Nullable LocalDate titleAsked,
        @Nullable TitleAnswer titleAnswer,
        LocalDate insuredUntil,
        Papers papers,
        LocalDate today,
        WorkingDays days,
        Law law) {

    /// @param admitted the person stands in the house
    /// @param contractSigned by worker and house
    /// @param commercialNeeded whether the client signs a commercial contract (PS-55)
    /// @param commercialSigned by the client and the house
    /// @param declaration null before the declaration of hiring was made
    public record Papers(
            boolean admitted,
            boolean contractSigned,
            boolean commercialNeeded,
            boolean commercialSigned,
            @Nullable Hiring declaration) {

        public static final Papers NONE = new Papers(false, false, true, false, null);
    }

    /// How far the prior declaration of hiring is.
    public enum Hiring {
        MADE,
        ACKNOWLEDGED,
        REFUSED
    }

    boolean isPortage() {
        return kind == ContractKind.CDI || kind == ContractKind.CDD;
    }

    /// Somebody who works under an employment contract is declared before; under a CAPE or a mandate there is none
    /// (CA-36, PE-01).
    boolean isEmployment() {
        return isPortage() || kind == ContractKind.CESA;
    }

    Set<ProofKind> wanted() {
        return Asks.proofs(answers, isPortage(), law.number("PS_MIN_QUALIF_LEVEL"));
    }

    boolean needsTitle() {
        return answers.says("nationality", Asks.OTHER_NATIONALITY);
    }
}
