package org.passerelle.cli;

import java.math.BigDecimal;
import java.util.Set;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.HoursBasis;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.Withholding;
import org.passerelle.pay.WorkerTerms;
import org.passerelle.pay.Zone;
import tools.jackson.databind.JsonNode;

/// Reads the `input` of a case: the shape and the defaults of the public payroll cases.
final class PayCaseReader {

    static final Set<String> TERMS = Set.of(
            "cadre",
            "effectif",
            "versementMobilite",
            "atmp",
            "mutuelle",
            "alternantsShare",
            "pas",
            "hoursPerWeek",
            "fixedTerm",
            "hoursEquivalent",
            "zone",
            "versementMobiliteRegional",
            "forfaitDays",
            "shortContract");

    // the defaults of the case file
    private static final Rate ATMP = Rate.ofPercent("1");
    private static final Money PREMIUM = Money.of("60");
    private static final Rate EMPLOYER_SHARE = Rate.ofPercent("50");
    private static final Rate WORK_STUDY = Rate.ofPercent("5");

    private static final Money LARGEST_PREMIUM = Money.of("10000");
    private static final BigDecimal LONGEST_WEEK = BigDecimal.valueOf(60);

    private PayCaseReader() {}

    static Fields fields(JsonNode node, Set<String> more) {
        var known = new java.util.HashSet<>(TERMS);
        known.addAll(more);
        return Fields.of("input", node.get("input"), known);
    }

    /// The input of one side of a comparison.
    static Fields fields(Fields side, Set<String> more) {
        var known = new java.util.HashSet<>(TERMS);
        known.addAll(more);
        return Fields.of(side.path("input"), side.get("input"), known);
    }

    static PayTerms terms(Fields input) {
        var mutuelle = input.object("mutuelle", Set.of("monthly", "employerShare"));
        var employer = new EmployerTerms(
                input.count("effectif", 10_000_000),
                input.percent("versementMobilite", Rate.ZERO),
                input.percent("atmp", ATMP),
                mutuelle != null && mutuelle.has("monthly") ? mutuelle.money("monthly", LARGEST_PREMIUM) : PREMIUM,
                mutuelle != null ? mutuelle.percent("employerShare", EMPLOYER_SHARE) : EMPLOYER_SHARE,
                input.percent("alternantsShare", WORK_STUDY),
                input.percent("versementMobiliteRegional", Rate.ZERO));
        var worker = new WorkerTerms(
                input.flag("cadre"),
                input.flag("fixedTerm", false),
                hours(input),
                input.flag("hoursEquivalent", false) ? HoursBasis.EQUIVALENT : HoursBasis.CONTRACT,
                withholding(input),
                zone(input),
                input.has("forfaitDays") ? days(input) : 0,
                input.flag("shortContract", false));
        return PayTerms.of(employer, worker);
    }

    private static BigDecimal hours(Fields input) {
        if (!input.has("hoursPerWeek")) return WorkerTerms.FULL_TIME;
        var hours = input.number("hoursPerWeek", new BigDecimal("0.01"), LONGEST_WEEK);
        if (hours.stripTrailingZeros().scale() > 2) {
            throw new BadField(input.path("hoursPerWeek"), "has more than two decimals");
        }
        return hours;
    }

    private static int days(Fields input) {
        int days = input.count("forfaitDays", 366);
        if (days == 0) throw new BadField(input.path("forfaitDays"), "must be at least 1");
        return days;
    }

    /// `"neutre"` or a rate in percent.
    private static Withholding withholding(Fields input) {
        if (!input.has("pas")) return Withholding.NEUTRAL;
        var pas = input.get("pas");
        if (pas != null && pas.isString()) {
            if (pas.asString().equals("neutre")) return Withholding.NEUTRAL;
            throw new BadField(input.path("pas"), "must be \"neutre\" or a rate in percent");
        }
        return new Withholding.Personal(input.percent("pas", Rate.ZERO));
    }

    private static Zone zone(Fields input) {
        if (!input.has("zone")) return Zone.MAINLAND;
        var name = input.get("zone");
        for (Zone zone : Zone.values()) {
            if (name != null && name.isString() && zone.name().equals(name.asString())) return zone;
        }
        throw new BadField(input.path("zone"), "must be one of " + java.util.Arrays.toString(Zone.values()));
    }
}
