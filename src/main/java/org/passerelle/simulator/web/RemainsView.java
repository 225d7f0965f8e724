package org.passerelle.simulator.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.operators.FeeModel;
import org.passerelle.pay.PayEngine;
import org.passerelle.platform.web.Texts;
import org.passerelle.simulator.core.FlatFee;
import org.passerelle.simulator.core.Protection;
import org.passerelle.simulator.core.Question;
import org.passerelle.simulator.core.Remains;
import org.passerelle.simulator.core.Split;

/// « Combien me restera-t-il ? », ready to be read.
///
/// @param summary the answer in one sentence
/// @param result null when something typed is wrong
public record RemainsView(
        Answer answer, String summary, @Nullable Result result) {

    /// @param month table of the month, a row for each part
    public record Result(
            String turnover,
            List<Card> cards,
            Bars bars,
            List<String> frames,
            List<Row> month,
            List<Row> year,
            List<Row> protection,
            Lines lines,
            List<FeeRow> fees,
            List<String> wins) {}

    /// One frame.
    ///
    /// @param later set aside, a month, or empty
    /// @param warnings what bites in the year
    public record Card(
            String id, String name, String net, String year, String share, String later, List<String> warnings) {}

    public record Row(String label, List<String> figures, boolean total) {}

    public record FeeRow(String tone, String label, String month, String year, String net) {}

    static RemainsView wrong(Answer answer) {
        return new RemainsView(answer, "", null);
    }

    static RemainsView of(
            Answer answer, Question q, Remains remains, List<FeeModel> models, Laws laws, PayEngine engine, Texts t) {
        var law = laws.on(q.month().lastDay());
        var offers = remains.offers();
        var names = offers.stream()
                .map(o -> t.localize("simulator.short." + o.frame().name()))
                .toList();
        var summary = t.localize(
                "simulator.combien.summary",
                t.money(q.turnover()),
                t.money(remains.in(Frame.PORTAGE_SALARIAL).month().net()),
                t.money(remains.in(Frame.CAE).month().net()),
                t.money(remains.in(Frame.MICRO_ENTREPRISE).month().net()));
        var months = offers.stream().map(Remains.Offer::month).toList();
        var years = offers.stream().map(Remains.Offer::year).toList();
        var result = new Result(
                t.money(q.turnover()),
                offers.stream().map(o -> card(o, t)).toList(),
                Bars.of(names, months, t),
                names,
                rows(months, t),
                rows(years, t),
                protection(offers, laws, law, t),
                lines(q, models, t),
                fees(q, models, laws, engine, t),
                wins(t));
        return new RemainsView(answer, summary, result);
    }

    private static Card card(Remains.Offer offer, Texts t) {
        var month = offer.month();
        return new Card(
                "cadre-"
                        + offer.frame()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'),
                t.localize("frames.name." + offer.frame().name()),
                t.money(month.net()),
                t.money(offer.year().net()),
                share(month, t),
                month.setAside().isZero() ? "" : t.money(month.setAside()),
                offer.marks().stream().map(m -> Sentences.of(m, t)).toList());
    }

    private static String share(Split split, Texts t) {
        if (!split.turnover().isPositive()) return "";
        var percent = split.net()
                .toBigDecimal()
                .multiply(BigDecimal.valueOf(100))
                .divide(split.turnover().toBigDecimal(), 1, java.math.RoundingMode.HALF_UP);
        return t.percent(org.passerelle.kernel.Rate.ofPercent(percent));
    }

    static List<Row> rows(List<Split> splits, Texts t) {
        var rows = new ArrayList<Row>();
        rows.add(row(t.localize("simulator.part.turnover"), splits, Split::turnover, t, true));
        for (var tone : List.of("expenses", "fee", "employer", "worker", "later", "left")) {
            for (var part : Bars.parts(t)) {
                if (!part.tone().equals(tone)) continue;
                if (splits.stream().allMatch(s -> part.of().apply(s).isZero())) continue;
                rows.add(row(part.label(), splits, s -> part.of().apply(s).negated(), t, false));
            }
        }
        rows.add(row(t.localize("simulator.part.net"), splits, Split::net, t, true));
        rows.add(row(t.localize("simulator.part.taxable"), splits, Split::taxable, t, false));
        return rows;
    }

    private static Row row(
            String label,
            List<Split> splits,
            java.util.function.Function<Split, Money> figure,
            Texts t,
            boolean total) {
        return new Row(label, splits.stream().map(s -> t.money(figure.apply(s))).toList(), total);
    }

    private static List<Row> protection(List<Remains.Offer> offers, Laws laws, Law law, Texts t) {
        var rows = new ArrayList<Row>();
        for (var topic : List.of("unemployment", "pension", "sickness", "accident", "leave", "tax")) {
            var cells =
                    offers.stream().map(o -> protection(topic, o, laws, law, t)).toList();
            rows.add(new Row(t.localize("simulator.protect." + topic), cells, false));
        }
        return rows;
    }

    private static String protection(String topic, Remains.Offer offer, Laws laws, Law law, Texts t) {
        boolean employed = offer.frame() == Frame.PORTAGE_SALARIAL || offer.frame() == Frame.CAE;
        var estimate = employed
                ? Protection.employed(laws, law, offer.year().gross())
                : Protection.independent(laws, law, offer.year().taxable());
        var key = "simulator.protect." + topic + (employed ? ".employed" : ".independent");
        var special = "simulator.protect." + topic + "." + offer.frame().name();
        return t.localize(
                t.has(special) ? special : key,
                switch (topic) {
                    case "unemployment" -> estimate.unemployment() == null ? "" : euros(estimate.unemployment(), t);
                    case "sickness" -> estimate.sickness() == null ? "" : euros(estimate.sickness(), t);
                    case "pension" -> estimate.quarters();
                    case "tax" -> t.money(offer.year().taxable());
                    default -> "";
                });
    }

    private static String euros(@Nullable Money sum, Texts t) {
        return sum == null ? "" : t.money(sum).replace(",00", "").replace(".00", "");
    }

    private static Lines lines(Question q, List<FeeModel> models, Texts t) {
        var most = q.turnover().times(2).max(Money.of("4000")).min(Money.of("30000"));
        var mostFee = most.exact().times(HouseFields.high()).roundHalfUp();
        return Lines.of(models, labels(models, t), q.turnover(), most, mostFee, t);
    }

    private static List<FeeRow> fees(Question q, List<FeeModel> models, Laws laws, PayEngine engine, Texts t) {
        var labels = labels(models, t);
        var rows = new ArrayList<FeeRow>();
        for (int i = 0; i < models.size(); i++) {
            var fee = models.get(i).on(q.turnover());
            var net = Remains.monthWith(laws, engine, q, models.get(i)).net();
            rows.add(new FeeRow("line" + (i + 1), labels.get(i), t.money(fee), t.money(fee.times(12)), t.money(net)));
        }
        return rows;
    }

    private static List<String> labels(List<FeeModel> models, Texts t) {
        return models.stream().map(m -> label(m, t)).toList();
    }

    static String label(FeeModel model, Texts t) {
        return switch (model) {
            case FeeModel.Percent(var rate) -> t.localize("simulator.fee.percent", t.percent(rate));
            case FeeModel.FlatMonthly(var sum) -> t.localize("simulator.fee.flat", euros(sum, t));
            case FeeModel.Capped(var rate, var cap) ->
                t.localize("simulator.fee.capped", t.percent(rate), euros(cap, t));
            case FeeModel.Tiered _ -> t.localize("simulator.fee.tiered");
        };
    }

    private static List<String> wins(Texts t) {
        var flat = HouseFields.flat();
        return List.of(HouseFields.low(), HouseFields.high()).stream()
                .map(rate -> t.localize(
                        "simulator.fee.wins", euros(flat, t), t.percent(rate), t.money(FlatFee.winsFrom(flat, rate))))
                .toList();
    }
}
