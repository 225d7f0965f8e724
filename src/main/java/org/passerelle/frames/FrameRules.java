package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import java.math.BigDecimal;
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
            c -> c.question().sale().canBeWithdrawn()
                    ? forConsumers(
                            c,
                            inform().using("consumer_withdrawal_days")
                                    .with("days", c.law().number("consumer_withdrawal_days")))
                    : ALLOWED);

    /// CO-04: no start within these days without the consumer's express request.
    static final Rule EARLY_START = new Rule("CO-04", FrameRules::startAwaitsWithdrawal);

    /// CO-08: the seller names a consumer mediator.
    static final Rule MEDIATOR = new Rule("CO-08", c -> forConsumers(c, inform()));

    // « demande expresse », kept by the seller; without it nothing starts and nothing is owed.
    private static Ruling startAwaitsWithdrawal(Case c) {
        var sale = c.question().sale();
        if (c.household() != Known.YES || !sale.canBeWithdrawn()) return ALLOWED;
        var days = c.law().number("consumer_withdrawal_days");
        var start = sale.startsAfterDays();
        var found = inform();
        boolean asked = Boolean.TRUE.equals(sale.expressRequest());
        if (!asked && start != null && BigDecimal.valueOf(start).compareTo(days) < 0) {
            if (sale.channel() == null) return ask(Fact.CHANNEL);
            if (sale.expressRequest() == null) return ask(Fact.EXPRESS_REQUEST);
            found = refuse().variant("early").with("start", BigDecimal.valueOf(start));
        }
        return found.using("consumer_withdrawal_days").with("days", days);
    }

    private static Ruling forConsumers(Case c, Ruling finding) {
        return c.household() == Known.YES ? finding : ALLOWED;
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
