package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import java.math.BigDecimal;
import java.util.List;
import org.passerelle.kernel.Money;

/// What a micro-entreprise allows, in the order of the catalogue. We advise it; nobody is employed in it here.
final class MicroRules {

    private static final BigDecimal MONTHS_IN_A_YEAR = BigDecimal.valueOf(12);

    private MicroRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("ME-01", c -> inform()),
            new Rule("ME-01", "ME-01.regulated", MicroRules::regulatedProfessionHasItsRules),
            new Rule("ME-02", MicroRules::turnoverStaysUnderTheCeiling),
            new Rule("ME-03", MicroRules::vatFranchise),
            new Rule("SP-03", FrameRules::ownSapDeclaration),
            new Rule("SP-04", MicroRules::declaredDoesLittleElse),
            FrameRules.CONSUMER_NOTE,
            FrameRules.WITHDRAWAL,
            FrameRules.EARLY_START,
            FrameRules.MEDIATOR,
            DependenceRules.UNSHIELDED,
            DependenceRules.SINGLE_CLIENT,
            DependenceRules.A_SERVICE_NOT_STAFF,
            new Rule("DP-20", MicroRules::nobodyOnStrikeIsReplaced),
            new Rule("SW-01", "SW-06.dangerous", FrameRules::noDangerousWork));

    private static Ruling regulatedProfessionHasItsRules(Case c) {
        return c.regulated() == Known.YES ? warn().variant("regulated") : ALLOWED;
    }

    // The ceiling is on a calendar year; one crossing alone does not end the regime.
    private static Ruling turnoverStaysUnderTheCeiling(Case c) {
        var turnover = yearlyTurnover(c);
        if (turnover == null) return ALLOWED;
        var code = c.goods() == Known.YES ? "micro_turnover_cap_sales" : "micro_turnover_cap_services";
        var ceiling = c.law().money(code);
        var found = turnover.compareTo(ceiling) > 0
                ? warn().variant("above")
                : turnover.exact().compareTo(ceiling.exact().times(c.law().rate("MICRO_CEIL_WATCH"))) >= 0
                        ? warn().variant("near")
                        : inform();
        return found.using(code).with("turnover", turnover).with("ceiling", ceiling);
    }

    private static Ruling vatFranchise(Case c) {
        var turnover = yearlyTurnover(c);
        if (turnover == null) return ALLOWED;
        var sales = c.goods() == Known.YES;
        var base = sales ? "vat_franchise_sales" : "vat_franchise_services";
        var raised = sales ? "vat_franchise_sales_tolerance" : "vat_franchise_services_tolerance";
        var variant = turnover.compareTo(c.law().money(base)) <= 0
                ? "below"
                : turnover.compareTo(c.law().money(raised)) <= 0 ? "next_year" : "at_once";
        return inform().variant(variant)
                .using(base)
                .using(raised)
                .with("turnover", turnover)
                .with("base", c.law().money(base))
                .with("raised", c.law().money(raised));
    }

    // « à titre principal »: who is declared may do other things, up to a part of the turnover of the year before.
    private static Ruling declaredDoesLittleElse(Case c) {
        boolean declared = Boolean.TRUE.equals(c.question().worker().sapDeclared());
        if (!declared || c.sap().is() != Known.NO) return ALLOWED;
        if (!c.law().covers("SAP_EXEMPT_SHARE")) return warn().variant("own_before");
        return inform().variant("own")
                .using("SAP_EXEMPT_SHARE")
                .with("share", c.law().rate("SAP_EXEMPT_SHARE"));
    }

    private static Ruling nobodyOnStrikeIsReplaced(Case c) {
        return switch (c.replacesStrikers()) {
            case YES -> refuse().variant("strike");
            case NO -> ALLOWED;
            case UNKNOWN -> ask(Fact.STRIKERS);
        };
    }

    /// What this service alone brings in a year: its months, twelve at most.
    private static @org.jspecify.annotations.Nullable Money yearlyTurnover(Case c) {
        var terms = c.question().terms();
        var months = c.months();
        if (terms.pricePerDay() == null || terms.daysPerMonth() == null || months == null) return null;
        return terms.pricePerDay()
                .exact()
                .times(terms.daysPerMonth())
                .times(months.min(MONTHS_IN_A_YEAR))
                .roundHalfUp();
    }
}
