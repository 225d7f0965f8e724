package org.passerelle.rulebook.web;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.passerelle.law.Content;
import org.passerelle.platform.web.Texts;

/// A value of the law, as it is read.
final class Shown {

    private Shown() {}

    static String of(Content content, Texts t) {
        return switch (content) {
            case Content.Sum sum -> t.money(sum.amount());
            case Content.Proportion proportion -> t.percent(proportion.rate());
            case Content.Number number -> t.number(number.value());
            case Content.Words words -> words.text();
            case Content.Shares shares -> {
                if (shares.employee().isZero()) yield t.localize("rulebook.employer", t.percent(shares.employer()));
                if (shares.employer().isZero()) yield t.localize("rulebook.employee", t.percent(shares.employee()));
                yield t.localize("rulebook.both", t.percent(shares.employee()), t.percent(shares.employer()));
            }
            case Content.Scale scale ->
                t.localize("rulebook.scale", scale.brackets().steps().size());
        };
    }

    /// The steps of a scale in full; nothing for any other value.
    static java.util.List<String> steps(Content content, Texts t) {
        if (!(content instanceof Content.Scale scale)) return java.util.List.of();
        return scale.brackets().steps().stream()
                .map(step -> {
                    BigDecimal below = step.below();
                    return below == null
                            ? t.localize("rulebook.step.last", t.percent(step.rate()))
                            : t.localize("rulebook.step", t.number(below), t.percent(step.rate()));
                })
                .collect(Collectors.toList());
    }
}
