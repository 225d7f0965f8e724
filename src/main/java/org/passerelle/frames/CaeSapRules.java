package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;

import java.util.List;
import java.util.Objects;
import org.passerelle.kernel.Severity;

/// What a cooperative dedicated to the services à la personne allows, in the order of the catalogue.
final class CaeSapRules {

    private CaeSapRules() {}

    static final List<Rule> ALL = List.of(
            CaeRules.MEMBER_IN_TIME,
            CaeRules.NO_REGULATED_PROFESSION,
            CaeRules.ASSOCIATION,
            new Rule("SP-04", CaeSapRules::nothingButServicesToThePerson),
            new Rule("SP-10", CaeSapRules::houseIsApproved),
            new Rule("SP-14", CaeSapRules::taxCredit),
            FrameRules.CONSUMER_NOTE,
            FrameRules.WITHDRAWAL,
            FrameRules.EARLY_START,
            FrameRules.MEDIATOR,
            CaeRules.DANGEROUS,
            CaeRules.STRIKE);

    // « se consacre exclusivement » (L7232-1-1): one other sale, and the house loses its declaration.
    private static Ruling nothingButServicesToThePerson(Case c) {
        if (c.goods() == Known.YES || c.regulated() == Known.YES) return refuse();
        return switch (c.sap().is()) {
            case YES -> ALLOWED;
            case NO -> refuse();
            case UNKNOWN -> new Ruling.Asks(c.sap().missing());
        };
    }

    private static Ruling houseIsApproved(Case c) {
        var activity = c.sap().activity();
        if (c.sap().is() != Known.YES || activity == null) return ALLOWED;
        var status = c.question().house().sapStatus();
        if (activity.needsApproval()) {
            return switch (status) {
                case null -> ask(Fact.HOUSE_SAP_APPROVED);
                case APPROVED -> FrameRules.named(Severity.INFO, "approved", activity);
                case NONE, DECLARED -> FrameRules.named(Severity.REFUSE, "approval", activity);
            };
        }
        // A cooperative dedicated to these services is declared by definition, unless it says otherwise.
        return status == SapStatus.NONE ? FrameRules.named(Severity.WARN, "no_credit", activity) : ALLOWED;
    }

    private static Ruling taxCredit(Case c) {
        var activity = c.sap().activity();
        if (c.sap().is() != Known.YES || activity == null || activity.sap() == null) return ALLOWED;
        if (c.question().house().sapStatus() == SapStatus.NONE) return ALLOWED;
        var found = inform().using("sap_tax_credit").with("percent", c.law().rate("sap_tax_credit"));
        return Objects.requireNonNull(activity.sap()).homePack() ? found.variant("pack") : found;
    }
}
