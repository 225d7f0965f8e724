package org.passerelle.workspace.bureau;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Employment;
import org.passerelle.people.PayStep;
import org.passerelle.people.Withholding;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// The terms of a contract, whether it is new or changes from a month on.
final class TermsFields {

    private TermsFields() {}

    static List<Field> fields(boolean portage, Typed typed, Texts t) {
        var fields = new ArrayList<Field>();
        fields.add(typed.back(Field.text("job", t.localize("bureau.person.job")).must()));
        fields.add(typed.back(
                Field.of("number", "hours", t.localize("bureau.person.hours")).must()));
        fields.add(typed.back(Field.of("checkbox", "cadre", t.localize("bureau.person.cadre"))));
        fields.add(
                portage
                        ? typed.back(Field.select("step", t.localize("bureau.person.step"), steps(t)))
                        : typed.back(Field.money("fixedPart", t.localize("bureau.person.fixed"))
                                .hint(t.localize("bureau.person.fixed.hint"))));
        fields.add(typed.back(
                Field.money("gross", t.localize("bureau.person.gross")).hint(t.localize("bureau.person.gross.hint"))));
        return fields;
    }

    static Standing put(Standing standing, Employment terms) {
        return standing.put("job", terms.job())
                .put("hours", terms.hoursPerWeek().stripTrailingZeros().toPlainString())
                .check("cadre", terms.cadre())
                .put("step", terms.step())
                .put("fixedPart", terms.fixedPart())
                .put("gross", terms.requestedGross());
    }

    /// @return null when something is missing or wrong; then the fields say what
    static @Nullable Employment read(
            ContractKind kind, @Nullable LocalDate entry, @Nullable LocalDate exit, Typed typed, Texts t) {
        boolean portage = isPortage(kind);
        var job = typed.mustText("job");
        var hours = typed.must("hours", Typed::number);
        var step = portage ? typed.value("step", text -> Typed.choice(PayStep.class, text)) : null;
        var fixed = portage ? null : typed.value("fixedPart", Typed::money);
        var gross = typed.value("gross", Typed::money);
        if (typed.hasErrors() || entry == null || hours == null) return null;
        try {
            return new Employment(
                    kind,
                    entry,
                    exit,
                    typed.checked("cadre"),
                    step,
                    hours,
                    job,
                    fixed == null ? Money.ZERO : fixed,
                    gross);
        } catch (InvalidValue e) {
            var field = switch (e.code()) {
                case "hours.range" -> "hours";
                case "range.order" -> "exit";
                default -> portage || gross != null && gross.isNegative() ? "gross" : "fixedPart";
            };
            typed.refuse(field, t.error(e));
            return null;
        }
    }

    static boolean isPortage(ContractKind kind) {
        return kind == ContractKind.CDI || kind == ContractKind.CDD;
    }

    static Field rate(Typed typed, Texts t) {
        return typed.back(Field.of("decimal", "withholding", t.localize("bureau.person.pas"))
                .hint(t.localize("bureau.person.pas.hint")));
    }

    static Standing put(Standing standing, Withholding withholding) {
        return standing.put(
                "withholding",
                withholding instanceof Withholding.Personal(var rate)
                        ? rate.percent().stripTrailingZeros().toPlainString()
                        : null);
    }

    /// @return the neutral scale when nothing was typed; null when it is wrong
    static @Nullable Withholding withholding(Typed typed) {
        var rate = typed.value(
                "withholding", text -> new Withholding.Personal(Rate.ofPercent(Typed.number(text.replace("%", "")))));
        if (typed.error("withholding") != null) return null;
        return rate == null ? new Withholding.Neutral() : rate;
    }

    private static List<Option> steps(Texts t) {
        return Arrays.stream(PayStep.values())
                .map(step -> new Option(step.name(), t.localize("bureau.step." + step.name()), step == PayStep.JUNIOR))
                .toList();
    }
}
