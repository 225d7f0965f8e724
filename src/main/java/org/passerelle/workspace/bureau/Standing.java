package org.passerelle.workspace.bureau;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// What stands, as a form shows it before anybody types: field by field.
final class Standing {

    private final Map<String, String[]> values = new LinkedHashMap<>();

    Standing put(String name, @Nullable Object value) {
        values.put(name, new String[] {value == null ? "" : shown(value)});
        return this;
    }

    /// Sums and rates as people here write them: `0,5`.
    private static String shown(Object value) {
        return value instanceof Money || value instanceof BigDecimal
                ? value.toString().replace('.', ',')
                : value.toString();
    }

    Standing check(String name, boolean on) {
        return put(name, on ? "on" : "");
    }

    Typed typed(Texts t) {
        return new Typed(values, t);
    }

    /// Where what was typed differs from what stands now: what stands, in words. Both are kept on the page, so that
    /// nothing is lost and the person chooses.
    ///
    /// @param typed as the page shows them
    List<Fact> differing(List<Form.Part> typed, Texts t) {
        var facts = new ArrayList<Fact>();
        for (var part : typed) {
            for (var field : part.fields()) {
                var stands = values.get(field.name());
                if (stands == null || Objects.equals(stands[0], field.value())) continue;
                facts.add(Fact.of(field.label(), said(field, stands[0], t)));
            }
        }
        if (facts.isEmpty()) facts.add(Fact.of(t.localize("bureau.edit.same"), ""));
        return facts;
    }

    private static String said(Field field, String value, Texts t) {
        if (field.kind().equals("checkbox")) return t.localize(value.isEmpty() ? "bureau.no" : "bureau.yes");
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label())
                .findFirst()
                .orElse(value.isEmpty() ? t.localize("bureau.edit.empty") : value);
    }
}
