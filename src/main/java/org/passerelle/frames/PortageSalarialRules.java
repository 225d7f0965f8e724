package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.passerelle.kernel.Severity;

/// What portage salarial allows, in the order of the catalogue. Every rule is asked, so that the page shows all that
/// stands in the way and not only the first thing.
final class PortageSalarialRules {

    private PortageSalarialRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("PS-01", PortageSalarialRules::clientIsAnEnterprise),
            new Rule("PS-01", PortageSalarialRules::foreignClientIsIdentified),
            new Rule("PS-02", PortageSalarialRules::clientIsNotASpecialCase),
            new Rule("PS-03", PortageSalarialRules::noServiceToThePerson),
            new Rule("PS-04", PortageSalarialRules::noGoods),
            new Rule("PS-04", "PS-04.regulated", PortageSalarialRules::noRegulatedProfession),
            new Rule("PS-05", PortageSalarialRules::workerIsAutonomous),
            new Rule("PS-06", PortageSalarialRules::workerIsQualified),
            new Rule("PS-07", PortageSalarialRules::clientHasAReason),
            new Rule("PS-07", PortageSalarialRules::occasionalIsNotTheTrade),
            new Rule("PS-08", PortageSalarialRules::nobodyOnStrikeIsReplaced),
            new Rule("PS-09", PortageSalarialRules::noDangerousWork),
            new Rule("PS-10", PortageSalarialRules::missionEndsInTime),
            new Rule("PS-12", PortageSalarialRules::oneStatusForOneService),
            new Rule("PS-64", PortageSalarialRules::priceFundsTheMinimum),
            new Rule("PS-65b", PortageSalarialRules::priceFundsTheSmic),
            DependenceRules.SHIELDED,
            DependenceRules.SINGLE_CLIENT,
            DependenceRules.A_SERVICE_NOT_STAFF);

    // « une entreprise cliente »: a sole trader who buys for the business is one, a consumer never is.
    private static Ruling clientIsAnEnterprise(Case c) {
        if (c.client() == ClientKind.CONSUMER) return refuse().variant("consumer");
        if (c.question().client().purpose() == Purpose.PRIVATE) return refuse().variant("private");
        if (c.client() != ClientKind.SOLE_TRADER) return ALLOWED;
        return switch (c.question().house().soleTrader()) {
            case REFUSE -> refuse().variant("sole_trader_refused");
            case ACCEPT_WITH_WARNING ->
                c.household() == Known.UNKNOWN ? ask(Fact.PURPOSE) : warn().variant("sole_trader");
        };
    }

    // A client abroad has no SIREN; its own register's number stands for it.
    private static Ruling foreignClientIsIdentified(Case c) {
        var country = c.question().client().country();
        if (country == null || country.equals("FR") || c.household() == Known.YES) return ALLOWED;
        return inform().variant("foreign").with("country", country);
    }

    // Interpretation: the statute does not name them; accepted when they buy a service as an organisation.
    private static Ruling clientIsNotASpecialCase(Case c) {
        return switch (c.client()) {
            case ASSOCIATION -> warn().variant("association");
            case PUBLIC_BODY -> warn().variant("public");
            case COMPANY, SOLE_TRADER, CONSUMER -> ALLOWED;
        };
    }

    // « La prestation […] ne peut avoir pour objet des services à la personne », whoever the client is.
    private static Ruling noServiceToThePerson(Case c) {
        var sap = c.sap();
        return switch (sap.is()) {
            case YES -> FrameRules.named(Severity.REFUSE, "", Objects.requireNonNull(sap.activity()));
            case NO -> ALLOWED;
            case UNKNOWN -> new Ruling.Asks(sap.missing());
        };
    }

    // Portage is a « prestation »; selling goods is none.
    private static Ruling noGoods(Case c) {
        return switch (c.goods()) {
            case YES -> refuse().variant("goods").unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.GOODS);
        };
    }

    // Professions of an Order have rules of their own about how they may be practised.
    private static Ruling noRegulatedProfession(Case c) {
        return switch (c.regulated()) {
            case YES -> refuse().variant("regulated").unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.REGULATED);
        };
    }

    // « une expertise, une qualification et une autonomie qui lui permet de rechercher lui-même ses clients »
    private static Ruling workerIsAutonomous(Case c) {
        var relation = c.question().relation();
        boolean none = Boolean.TRUE.equals(relation.clientFoundByOperator())
                && Boolean.TRUE.equals(relation.priceSetByOperator());
        return none ? warn().variant("directed") : inform();
    }

    // « une tâche occasionnelle ne relevant pas de son activité normale et permanente »
    private static Ruling occasionalIsNotTheTrade(Case c) {
        boolean occasional = c.question().terms().recourseReason() == RecourseReason.OCCASIONAL_TASK;
        boolean trade = Boolean.TRUE.equals(c.question().relation().sameTradeAsClient());
        return occasional && trade && c.household() != Known.YES ? warn().variant("trade") : ALLOWED;
    }

    // One and the same mission is not split between portage and an own enterprise.
    private static Ruling oneStatusForOneService(Case c) {
        return Boolean.TRUE.equals(c.question().relation().ownInvoiceToSameClient()) ? warn() : ALLOWED;
    }

    // Either the diploma or the experience; one proof is enough.
    private static Ruling workerIsQualified(Case c) {
        var level = c.law().number("PS_MIN_QUALIF_LEVEL");
        var months = c.law().number("PS_MIN_EXPERIENCE_MONTHS");
        var worker = c.question().worker();
        var diploma = reaches(worker.diplomaLevel(), level);
        var experience = reaches(worker.experienceMonths(), months);
        if (diploma == Known.YES || experience == Known.YES) return ALLOWED;
        if (diploma == Known.UNKNOWN && experience == Known.UNKNOWN) return ask(Fact.DIPLOMA, Fact.EXPERIENCE);
        if (diploma == Known.UNKNOWN) return ask(Fact.DIPLOMA);
        if (experience == Known.UNKNOWN) return ask(Fact.EXPERIENCE);
        return refuse().using("PS_MIN_QUALIF_LEVEL")
                .using("PS_MIN_EXPERIENCE_MONTHS")
                .with("level", level)
                .with("months", months);
    }

    private static Known reaches(@org.jspecify.annotations.Nullable Integer value, BigDecimal minimum) {
        return value == null
                ? Known.UNKNOWN
                : Known.of(BigDecimal.valueOf(value).compareTo(minimum) >= 0);
    }

    private static Ruling clientHasAReason(Case c) {
        if (c.household() == Known.YES) return ALLOWED;
        return switch (c.question().terms().recourseReason()) {
            case null -> ask(Fact.RECOURSE);
            case OCCASIONAL_TASK, MISSING_EXPERTISE -> ALLOWED;
            case PERMANENT_ACTIVITY -> refuse();
        };
    }

    private static Ruling nobodyOnStrikeIsReplaced(Case c) {
        return switch (c.replacesStrikers()) {
            case YES -> refuse();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.STRIKERS);
        };
    }

    // The derogation of L4154-1 is a document; whoever has it may override.
    private static Ruling noDangerousWork(Case c) {
        return switch (c.dangerous()) {
            case YES -> refuse().unlessOverridden();
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.DANGEROUS);
        };
    }

    // « ne peut excéder la durée de trente-six mois »
    private static Ruling missionEndsInTime(Case c) {
        var months = c.months();
        if (months == null) return ask(Fact.MONTHS);
        var limit = c.law().number("PS_MISSION_MAX_MONTHS");
        var watch = c.law().number("PS_MISSION_WATCH_MONTHS");
        if (months.compareTo(limit) > 0) {
            return refuse().using("PS_MISSION_MAX_MONTHS")
                    .variant("too_long")
                    .with("months", Statute.plain(months))
                    .with("limit", limit);
        }
        if (months.compareTo(watch) < 0) return ALLOWED;
        return warn().using("PS_MISSION_MAX_MONTHS")
                .variant("near")
                .with("months", Statute.plain(months))
                .with("limit", limit);
    }

    private static Ruling priceFundsTheMinimum(Case c) {
        return MinimumPay.of(c).againstTheBranch();
    }

    private static Ruling priceFundsTheSmic(Case c) {
        return MinimumPay.of(c).againstTheSmic();
    }
}
