package org.passerelle.operators.core;

import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.FeeModel;
import org.passerelle.operators.MinimumComposition;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Policies;

/// What a change makes of a legal entity, and from when.
public final class EntityEdit {

    /// As far as a calendar in years of four digits goes.
    private static final int LAST_YEAR = 9999;

    private EntityEdit() {}

    /// Rates of the establishment may come late (the Carsat notifies AT/MP after the year has begun), but a payslip
    /// that
    /// was given stays.
    ///
    /// @param paid the last month for which anybody was paid; null while there is none
    /// @throws InvalidValue `month.paid`
    public static void notPaid(Month from, @Nullable Month paid) {
        if (from.year() > LAST_YEAR) throw new InvalidValue("month.format", from.toString());
        if (paid != null && from.compareTo(paid) <= 0) throw new InvalidValue("month.paid", paid.toString());
    }

    /// A fee or a policy is decided for what comes: what workers were told of a past month stays (PS-62).
    ///
    /// @throws InvalidValue `month.paid`, `month.past`
    public static void toCome(Month from, @Nullable Month paid, Month today) {
        notPaid(from, paid);
        if (from.compareTo(today) < 0) throw new InvalidValue("month.past", from.toString());
    }

    /// Which fields of the entity's file changed.
    public static Set<String> fields(Operator before, Operator after) {
        var changed = new TreeSet<String>();
        if (!before.name().equals(after.name())) changed.add("name");
        if (!before.address().equals(after.address())) changed.add("address");
        if (!before.email().equals(after.email())) changed.add("email");
        if (!before.iban().equals(after.iban())) changed.add("iban");
        if (!Objects.equals(before.guarantee(), after.guarantee())) changed.add("guarantee");
        if (!before.insurer().equals(after.insurer())) changed.add("insurer");
        if (!Objects.equals(before.mediator(), after.mediator())) changed.add("mediator");
        if (!before.agreement().equals(after.agreement())) changed.add("agreement");
        return changed;
    }

    /// Each policy that changed, before and after.
    public static TreeMap<String, String> details(Policies before, Policies after) {
        var details = new TreeMap<String, String>();
        put(details, "sole", before.soleTrader(), after.soleTrader());
        put(details, "association", before.association(), after.association());
        put(details, "pe_siren", before.peRequireSiren(), after.peRequireSiren());
        put(details, "signature", before.startBeforeSignature(), after.startBeforeSignature());
        put(details, "references", before.invoiceLegalReferences(), after.invoiceLegalReferences());
        put(details, "minimum", words(before.minimumComposition()), words(after.minimumComposition()));
        put(details, "leave", before.leave(), after.leave());
        put(details, "load", before.reserveLoad(), after.reserveLoad());
        put(details, "before_collection", before.payBeforeCollection(), after.payBeforeCollection());
        put(details, "advance", before.advanceCap(), after.advanceCap());
        return details;
    }

    private static String words(MinimumComposition counted) {
        return "base" + (counted.leave() ? " leave" : "") + (counted.apport() ? " apport" : "")
                + (counted.reserve() ? " reserve" : "");
    }

    /// The model in a few words for the trail.
    public static String words(FeeModel model) {
        return switch (model) {
            case FeeModel.Percent(var rate) -> percent(rate);
            case FeeModel.FlatMonthly(var amount) -> amount.toString();
            case FeeModel.Capped(var rate, var cap) -> percent(rate) + " max " + cap;
            case FeeModel.Tiered(var tiers) ->
                tiers.stream()
                        .map(tier -> percent(tier.rate()) + (tier.upTo() == null ? "" : " < " + tier.upTo()))
                        .collect(Collectors.joining(" / "));
        };
    }

    private static String percent(Rate rate) {
        return rate.percent().stripTrailingZeros().toPlainString() + " %";
    }

    private static void put(TreeMap<String, String> details, String name, Object before, Object after) {
        if (!before.equals(after)) details.put(name, before + " → " + after);
    }
}
