package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import org.passerelle.kernel.Severity;

/// Rules that several frames share.
final class FrameRules {

    private FrameRules() {}

    /// CO-01: every service to a consumer from 25 € incl. VAT is billed by a note; we issue a full invoice.
    static final Rule CONSUMER_NOTE = new Rule(
            "CO-01",
            c -> forConsumers(
                    c,
                    inform().using("consumer_note_threshold")
                            .with("threshold", c.law().money("consumer_note_threshold"))));

    /// CO-03: fourteen days to withdraw from a contract made at a distance or off-premises.
    static final Rule WITHDRAWAL = new Rule(
            "CO-03",
            c -> forConsumers(
                    c,
                    inform().using("consumer_withdrawal_days")
                            .with("days", c.law().number("consumer_withdrawal_days"))));

    /// CO-04: no start within these days without the consumer's express request.
    static final Rule EARLY_START = new Rule(
            "CO-04",
            c -> forConsumers(
                    c,
                    inform().using("consumer_withdrawal_days")
                            .with("days", c.law().number("consumer_withdrawal_days"))));

    /// CO-08: the seller names a consumer mediator.
    static final Rule MEDIATOR = new Rule("CO-08", c -> forConsumers(c, inform()));

    /// DP-04, indicator D10: the same mission over two years weighs on the score; there is no shield here (CA-24,
    /// PE-07).
    static final Rule LONG_MISSION = new Rule("DP-04", FrameRules::missionIsNotTooLong);

    private static Ruling forConsumers(Case c, Ruling finding) {
        return c.household() == Known.YES ? finding : ALLOWED;
    }

    private static Ruling missionIsNotTooLong(Case c) {
        var months = c.months();
        if (c.household() == Known.YES || months == null) return ALLOWED;
        var limit = c.law().number("DP_LONG_MISSION_MONTHS");
        if (months.compareTo(limit) <= 0) return ALLOWED;
        return warn().using("DP_LONG_MISSION_MONTHS").with("months", months).with("limit", limit);
    }

    /// SW-06: works of the list of D4154-1 are not taken, by cautious policy.
    static Ruling noDangerousWork(Case c) {
        return switch (c.dangerous()) {
            case YES -> refuse().variant("dangerous").unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.DANGEROUS);
        };
    }

    /// SW-06: nobody on strike is replaced, by cautious policy.
    static Ruling noStrikeReplacement(Case c) {
        return switch (c.replacesStrikers()) {
            case YES -> refuse().variant("strike").unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.STRIKERS);
        };
    }

    /// SP-03 for somebody who works under an own registration: row A needs the own agrément, row D is better declared.
    static Ruling ownSapDeclaration(Case c) {
        var sap = c.sap();
        if (sap.is() == Known.NO) return ALLOWED;
        if (sap.is() == Known.UNKNOWN) return new Ruling.Asks(sap.missing());
        var activity = java.util.Objects.requireNonNull(sap.activity());
        var worker = c.question().worker();
        if (activity.needsApproval()) {
            return switch (Known.of(worker.sapApproved())) {
                case YES -> named(Severity.INFO, "approved", activity);
                case NO -> named(Severity.REFUSE, "approval", activity);
                case UNKNOWN -> ask(Fact.SAP_APPROVED);
            };
        }
        // « Toute personne morale ou entreprise individuelle qui souhaite que la clientèle bénéficie » of the credit
        // declares itself: the declaration opens the tax benefits, it is not a leave to work.
        return switch (Known.of(worker.sapDeclared())) {
            case YES -> named(Severity.INFO, "declared", activity);
            case NO -> named(Severity.WARN, "undeclared", activity);
            case UNKNOWN -> ask(Fact.SAP_DECLARED);
        };
    }

    static Ruling.Found named(Severity severity, String variant, Activity activity) {
        var found = switch (severity) {
            case REFUSE -> refuse();
            case WARN -> warn();
            case INFO -> inform();
        };
        return found.variant(variant)
                .with("activity", activity.fr())
                .with("activityEn", activity.en())
                .with("activityCode", activity.code());
    }
}
