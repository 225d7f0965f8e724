package org.passerelle.payroll.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.documents.pdf.French;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.operators.Operator;
import org.passerelle.pay.HoursBasis;
import org.passerelle.pay.LineKind;
import org.passerelle.payroll.Sheet;
import org.passerelle.people.PayStep;
import org.passerelle.people.Person;

/// From a frozen sheet to what the paper says (BP-02).
public final class PayslipPaper {

    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("SANTE", "Santé");
        GROUPS.put("ATMP", "Accidents du travail et maladies professionnelles");
        GROUPS.put("RETRAITE", "Retraite");
        GROUPS.put("FAMILLE", "Famille");
        GROUPS.put("CHOMAGE", "Assurance chômage");
        GROUPS.put("AUTRES", "Autres contributions dues par l’employeur");
        GROUPS.put("CSG", "CSG et CRDS");
    }

    private PayslipPaper() {}

    /// @param period days of the month under contract
    /// @param hours declared working time, or null when pay is not measured by time
    public record Heading(
            String number,
            Instant createdAt,
            Month month,
            DateRange period,
            LocalDate payDate,
            @Nullable BigDecimal hours) {}

    /// What is settled beside the pay of the month.
    ///
    /// @param refund professional expenses paid back
    /// @param recovered kept of what was paid too much
    /// @param mentions further sentences
    public record Settled(Money refund, Money recovered, List<String> mentions) {

        public Settled {
            mentions = List.copyOf(mentions);
        }

        private List<PayslipDocument.Item> items() {
            var items = new ArrayList<PayslipDocument.Item>();
            if (!refund.isZero()) items.add(new PayslipDocument.Item("Remboursement de frais professionnels", refund));
            if (!recovered.isZero()) {
                items.add(new PayslipDocument.Item("Reprise de trop-perçu (C. trav. L3251-3)", recovered.negated()));
            }
            return items;
        }
    }

    public static PayslipDocument of(
            Heading heading, Operator operator, Person person, Sheet sheet, Settled settled, Law law) {
        var totals = sheet.totals();
        var reduction = totals.reduction();
        return new PayslipDocument(
                heading.number,
                heading.createdAt,
                new PayslipDocument.Employer(
                        operator.name(),
                        operator.address(),
                        operator.siret(),
                        operator.ape(),
                        operator.agreement().title(),
                        operator.agreement().idcc()),
                employee(person),
                heading.month,
                heading.period,
                heading.payDate,
                hours(heading.hours, sheet),
                sheet.hoursBasis() == HoursBasis.EQUIVALENT
                        ? "Rémunération forfaitaire et avance sur la part variable : non mesurée en temps"
                        : "",
                sheet.earnings().stream()
                        .map(e -> new PayslipDocument.Earning(e.label(), e.base(), e.rate(), e.amount()))
                        .toList(),
                sheet.gross(),
                groups(sheet),
                exemptions(sheet),
                totals.employee(),
                totals.employer(),
                totals.netSocial(),
                totals.netBeforeTax(),
                new PayslipDocument.Withholding(
                        sheet.personalRate() == null ? "taux neutre" : "taux personnalisé",
                        totals.netTaxable(),
                        totals.withholdingRate(),
                        totals.withheld()),
                settled.items(),
                totals.netBeforeTax()
                        .minus(totals.withheld())
                        .plus(settled.refund)
                        .minus(settled.recovered),
                totals.cost(),
                reduction.max(Money.ZERO),
                yearToDate(sheet),
                leave(sheet),
                guarantor(operator, law),
                Stream.concat(settled.mentions.stream(), mentions(sheet).stream())
                        .toList());
    }

    private static PayslipDocument.Employee employee(Person person) {
        var employment = person.employment();
        return new PayslipDocument.Employee(
                person.code(),
                person.name(),
                person.address(),
                person.nir(),
                employment.job(),
                position(employment.step()),
                employment.kind().name(),
                employment.cadre(),
                employment.entry());
    }

    private static String position(@Nullable PayStep step) {
        return switch (step) {
            case null -> "";
            case PREMIER_NIVEAU -> "Premier niveau";
            case JUNIOR -> "Junior";
            case SENIOR -> "Senior";
            case EXPERT -> "Expert";
        };
    }

    private static List<PayslipDocument.Hours> hours(@Nullable BigDecimal hours, Sheet sheet) {
        if (hours == null || hours.signum() == 0) return List.of();
        var base = sheet.earnings().stream()
                .filter(e -> e.code().equals("base"))
                .map(Sheet.Earning::amount)
                .findFirst();
        var rate = base.map(sum -> Money.of(sum.toBigDecimal().divide(hours, 2, RoundingMode.HALF_UP)));
        return List.of(new PayslipDocument.Hours("Heures déclarées", hours, rate.orElse(null)));
    }

    private static List<PayslipDocument.Group> groups(Sheet sheet) {
        var groups = new ArrayList<PayslipDocument.Group>();
        GROUPS.forEach((code, title) -> {
            var lines = sheet.lines().stream()
                    .filter(line -> line.group().equals(code))
                    .map(PayslipPaper::contribution)
                    .toList();
            if (!lines.isEmpty()) groups.add(new PayslipDocument.Group(title, lines));
        });
        return groups;
    }

    private static List<PayslipDocument.Contribution> exemptions(Sheet sheet) {
        return sheet.lines().stream()
                .filter(line -> !GROUPS.containsKey(line.group()))
                .map(PayslipPaper::contribution)
                .toList();
    }

    private static PayslipDocument.Contribution contribution(Sheet.Line line) {
        boolean flat = line.id().equals(LineKind.MUTUELLE.id());
        boolean summed = line.parts().size() > 1;
        var first = line.parts().getFirst();
        boolean sameBase = line.parts().stream().allMatch(p -> p.base().equals(first.base()));
        Money base = sameBase
                ? first.base()
                : line.parts().stream().map(Sheet.Part::base).reduce(Money.ZERO, Money::plus);
        Rate rate = summed || flat || first.employee().isZero() ? null : first.employee();
        return new PayslipDocument.Contribution(
                line.label(), flat ? null : base, rate, present(line.employee()), present(line.employer()));
    }

    private static @Nullable Money present(Money money) {
        return money.isZero() ? null : money;
    }

    private static List<PayslipDocument.Item> yearToDate(Sheet sheet) {
        var after = sheet.after();
        var gross = sheet.before().year() == after.year() ? sheet.before().gross() : 0;
        return List.of(
                new PayslipDocument.Item("Brut", sheet.gross().plus(Money.ofCents(gross / 10_000_000))),
                new PayslipDocument.Item("Net imposable", after.netTaxable()),
                new PayslipDocument.Item("Impôt prélevé", after.withheld()));
    }

    private static PayslipDocument.@Nullable Guarantor guarantor(Operator operator, Law law) {
        var guarantee = operator.guarantee();
        if (guarantee == null) return null;
        return new PayslipDocument.Guarantor(
                guarantee.guarantor(),
                guarantee.address().oneLine(),
                law.text("portage_guarantor_reference"),
                new DateRange(guarantee.validFrom(), guarantee.validUntil()));
    }

    private static PayslipDocument.@Nullable Leave leave(Sheet sheet) {
        var leave = sheet.leave();
        if (leave == null) return null;
        return new PayslipDocument.Leave(
                leave.acquired(),
                leave.taken(),
                leave.left(),
                leave.days().stream().map(day -> new DateRange(day, day)).toList(),
                sheet.earnings().stream()
                        .filter(earning -> earning.code().equals("leave_taken"))
                        .map(Sheet.Earning::amount)
                        .reduce(Money.ZERO, Money::plus));
    }

    private static List<String> mentions(Sheet sheet) {
        var mentions = new ArrayList<String>();
        var leave = sheet.leave();
        if (leave != null) {
            mentions.add("Congés payés\u00A0: " + French.money(leave.tenth()) + " par le dixième, "
                    + French.money(leave.maintained()) + " par le maintien du salaire\u00A0; le plus élevé est dû"
                    + " (C. trav. L3141-24).");
        }
        if (sheet.totals().reduction().isNegative()) mentions.add(GIVEN_BACK);
        return mentions;
    }

    private static final String GIVEN_BACK =
            "Régularisation annuelle : une part de la réduction générale des mois précédents est reprise.";
}
