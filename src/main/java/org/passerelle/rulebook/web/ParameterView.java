package org.passerelle.rulebook.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Parameter;
import org.passerelle.platform.web.Texts;

/// One parameter with all its versions, the newest first.
///
/// @param history null when there is nothing to draw
public record ParameterView(
        String code,
        String label,
        String subject,
        String article,
        String base,
        String rounding,
        String checked,
        String note,
        @Nullable History history,
        List<Line> lines) {

    public ParameterView {
        lines = List.copyOf(lines);
    }

    /// @param state past, standing or to come
    public record Line(
            String from,
            String to,
            String value,
            List<String> steps,
            String article,
            String source,
            String status,
            String tone,
            String note,
            String state) {

        public Line {
            steps = List.copyOf(steps);
        }
    }

    /// The data name some bases by a word of the code.
    private static String base(String base, Texts t) {
        var key = "rulebook.base." + base.replace(' ', '_');
        return t.has(key) ? t.localize(key) : base;
    }

    static ParameterView of(Parameter p, LocalDate today, Texts t) {
        var lines = new ArrayList<Line>();
        for (var v : p.versions().reversed()) {
            var state = v.covers(today) ? "now" : v.from().isAfter(today) ? "soon" : "past";
            lines.add(new Line(
                    t.date(v.from()),
                    v.to() == null ? "" : t.date(v.to()),
                    Shown.of(v.content(), t),
                    Shown.steps(v.content(), t),
                    v.article(),
                    v.source(),
                    RulebookView.status(v, t),
                    RulebookView.tone(v),
                    v.note(),
                    t.localize("rulebook.state." + state)));
        }
        return new ParameterView(
                p.code(),
                p.label(),
                RulebookView.title(p.folder(), t),
                p.article(),
                base(p.base(), t),
                p.rounding(),
                t.longDate(p.checked()),
                p.note(),
                History.of(p, today).orElse(null),
                lines);
    }
}
