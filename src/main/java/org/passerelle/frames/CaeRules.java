package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import java.util.List;
import java.util.Objects;
import org.passerelle.kernel.Severity;

/// What a general coopérative d'activité et d'emploi allows, in the order of the catalogue.
final class CaeRules {

    private CaeRules() {}

    static final Rule MEMBER_IN_TIME = new Rule("CA-03", CaeRules::memberInTime);
    static final Rule NO_REGULATED_PROFESSION = new Rule("CA-22", CaeRules::noRegulatedProfession);
    static final Rule NO_SHIELD = new Rule("CA-24", CaeRules::noShield);
    static final Rule NO_CAPE = new Rule("CA-30", CaeRules::fullTimeEmployeeHasNoCape);
    static final Rule ASSOCIATION = new Rule("CA-40", CaeRules::associationIsNotWaived);
    static final Rule DANGEROUS = new Rule("SW-06", "SW-06.dangerous", FrameRules::noDangerousWork);
    static final Rule STRIKE = new Rule("SW-06", "SW-06.strike", FrameRules::noStrikeReplacement);

    static final List<Rule> ALL = List.of(
            MEMBER_IN_TIME,
            new Rule("CA-21", CaeRules::anybodyMayBuy),
            NO_REGULATED_PROFESSION,
            NO_SHIELD,
            NO_CAPE,
            ASSOCIATION,
            new Rule("SP-10", CaeRules::serviceToThePerson),
            FrameRules.CONSUMER_NOTE,
            FrameRules.WITHDRAWAL,
            FrameRules.EARLY_START,
            FrameRules.MEDIATOR,
            DependenceRules.UNSHIELDED,
            DependenceRules.SINGLE_CLIENT,
            DependenceRules.A_SERVICE_NOT_STAFF,
            DANGEROUS,
            STRIKE);

    // « au plus tard trois ans » after signing, the person is a member or the contract ends (L7331-3).
    private static Ruling memberInTime(Case c) {
        return inform().using("CESA_ASSOCIATION_MONTHS").with("months", c.law().number("CESA_ASSOCIATION_MONTHS"));
    }

    // No article limits the clients of a cooperative: the silence of L7331-1 ff. is the permission.
    private static Ruling anybodyMayBuy(Case c) {
        return c.household() == Known.YES ? inform() : ALLOWED;
    }

    private static Ruling noRegulatedProfession(Case c) {
        return switch (c.regulated()) {
            case YES -> refuse().unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.REGULATED);
        };
    }

    // L1254-6 protects portage only: here the work must stay a service, never the supply of somebody.
    private static Ruling noShield(Case c) {
        return c.household() == Known.YES ? ALLOWED : inform();
    }

    // L127-1 C. com.: « une personne physique, non salariée à temps complet »: she enters by the CESA, not by a CAPE.
    private static Ruling fullTimeEmployeeHasNoCape(Case c) {
        return Boolean.TRUE.equals(c.question().relation().employedFullTime()) ? warn() : ALLOWED;
    }

    private static Ruling associationIsNotWaived(Case c) {
        return switch (c.question().house().association()) {
            case STATUTORY_3Y, EARLY_ASSOCIATION -> ALLOWED;
            case ORDINARY_CONTRACT -> warn().variant("ordinary");
            case WAIVED_AT_OPERATOR_RISK -> warn().variant("waived");
        };
    }

    // L7232-1-2 has no entry for cooperatives: the exclusivity is tested on the legal entity. A general cooperative
    // is taken to be neither declared nor approved, unless its operator says so.
    private static Ruling serviceToThePerson(Case c) {
        var sap = c.sap();
        if (sap.is() == Known.NO) return ALLOWED;
        if (sap.is() == Known.UNKNOWN) return new Ruling.Asks(sap.missing());
        var activity = Objects.requireNonNull(sap.activity());
        var status = Objects.requireNonNullElse(c.question().house().sapStatus(), SapStatus.NONE);
        if (activity.needsApproval()) {
            return status == SapStatus.APPROVED ? ALLOWED : FrameRules.named(Severity.REFUSE, "approval", activity);
        }
        return status == SapStatus.NONE ? FrameRules.named(Severity.WARN, "no_credit", activity) : ALLOWED;
    }
}
