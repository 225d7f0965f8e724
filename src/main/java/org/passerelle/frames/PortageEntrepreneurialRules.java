package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import java.util.List;
import java.util.Objects;
import org.passerelle.kernel.Severity;

/// What a mandate allows (portage entrepreneurial), in the order of the catalogue.
final class PortageEntrepreneurialRules {

    private PortageEntrepreneurialRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("PE-01", c -> inform()),
            new Rule("PE-01", PortageEntrepreneurialRules::noGoods),
            new Rule("PE-01", "PE-01.regulated", PortageEntrepreneurialRules::noRegulatedProfession),
            new Rule("PE-02", PortageEntrepreneurialRules::personIsRegistered),
            new Rule("PE-03", PortageEntrepreneurialRules::independenceIsPresumed),
            new Rule("PE-07", PortageEntrepreneurialRules::noShield),
            new Rule("SP-03", PortageEntrepreneurialRules::serviceToThePerson),
            FrameRules.CONSUMER_NOTE,
            FrameRules.WITHDRAWAL,
            FrameRules.EARLY_START,
            FrameRules.MEDIATOR,
            DependenceRules.UNSHIELDED,
            DependenceRules.SINGLE_CLIENT,
            DependenceRules.A_SERVICE_NOT_STAFF,
            CaeRules.DANGEROUS,
            CaeRules.STRIKE);

    // The mandate covers services; a stock, its purchase and its risk do not fit in practice.
    private static Ruling noGoods(Case c) {
        return switch (c.goods()) {
            case YES -> refuse().variant("goods").unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.GOODS);
        };
    }

    private static Ruling noRegulatedProfession(Case c) {
        return switch (c.regulated()) {
            case YES -> refuse().variant("regulated").unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.REGULATED);
        };
    }

    // Without registration and own contributions the activity may be concealed work (L8221-3).
    private static Ruling personIsRegistered(Case c) {
        return switch (Known.of(c.question().worker().ownSiren())) {
            case YES -> ALLOWED;
            case NO -> c.question().house().mandateNeedsSiren() ? refuse() : warn().variant("policy");
            case UNKNOWN -> c.question().house().mandateNeedsSiren() ? ask(Fact.OWN_SIREN) : warn().variant("policy");
        };
    }

    // « Sont présumés ne pas être liés […] par un contrat de travail » those who are registered.
    private static Ruling independenceIsPresumed(Case c) {
        return Boolean.TRUE.equals(c.question().worker().ownSiren()) ? inform() : ALLOWED;
    }

    private static Ruling noShield(Case c) {
        return c.household() == Known.YES ? ALLOWED : inform();
    }

    // What needs an agrément is not done under a mandate; the rest under the person's own declaration.
    private static Ruling serviceToThePerson(Case c) {
        var sap = c.sap();
        if (sap.is() == Known.YES && Objects.requireNonNull(sap.activity()).needsApproval()) {
            return FrameRules.named(Severity.REFUSE, "mandate", sap.activity());
        }
        return FrameRules.ownSapDeclaration(c);
    }
}
