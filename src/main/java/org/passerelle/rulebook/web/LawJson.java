package org.passerelle.rulebook.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Content;
import org.passerelle.law.Parameter;
import org.passerelle.law.Version;

/// All parameters for machines. Rates in percent, sums in euros, both as text so that no digit is lost.
///
/// @param on the day for which [Entry#standing] was asked
public record LawJson(String on, List<Entry> parameters) {

    public LawJson {
        parameters = List.copyOf(parameters);
    }

    /// @param standing first day of the version that stands on that day, or null
    public record Entry(
            String code,
            String subject,
            String label,
            String article,
            String base,
            String rounding,
            String checked,
            String note,
            @Nullable String standing,
            List<Dated> versions) {

        public Entry {
            versions = List.copyOf(versions);
        }
    }

    public record Dated(
            String from,
            @Nullable String to,
            Map<String, Object> value,
            String article,
            String source,
            String status,
            String note) {

        public Dated {
            value = Map.copyOf(value);
        }
    }

    static LawJson of(Collection<Parameter> all, LocalDate on) {
        return new LawJson(on.toString(), all.stream().map(p -> entry(p, on)).toList());
    }

    private static Entry entry(Parameter p, LocalDate on) {
        return new Entry(
                p.code(),
                p.folder(),
                p.label(),
                p.article(),
                p.base(),
                p.rounding(),
                p.checked().toString(),
                p.note(),
                p.on(on).map(v -> v.from().toString()).orElse(null),
                p.versions().stream().map(LawJson::dated).toList());
    }

    private static Dated dated(Version v) {
        var to = v.to();
        return new Dated(
                v.from().toString(),
                to == null ? null : to.toString(),
                value(v.content()),
                v.article(),
                v.source(),
                v.status().name(),
                v.note());
    }

    private static Map<String, Object> value(Content content) {
        return switch (content) {
            case Content.Sum sum -> Map.of("euros", sum.amount().toString());
            case Content.Proportion proportion ->
                Map.of("percent", plain(proportion.rate().percent()));
            case Content.Number number -> Map.of("number", plain(number.value()));
            case Content.Words words -> Map.of("text", words.text());
            case Content.Shares shares ->
                Map.of(
                        "employeePercent",
                        plain(shares.employee().percent()),
                        "employerPercent",
                        plain(shares.employer().percent()));
            case Content.Scale scale ->
                Map.of(
                        "steps",
                        scale.brackets().steps().stream()
                                .map(step -> {
                                    var shown = new TreeMap<String, String>();
                                    var below = step.below();
                                    if (below != null) shown.put("below", plain(below));
                                    shown.put("percent", plain(step.rate().percent()));
                                    return shown;
                                })
                                .toList());
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
