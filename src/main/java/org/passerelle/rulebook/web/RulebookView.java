package org.passerelle.rulebook.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Parameter;
import org.passerelle.law.Version;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;

/// What the page of all parameters shows.
///
/// @param soon what changes after today, the nearest first
/// @param groups what was found, by subject
/// @param count how many were found
public record RulebookView(
        String day, Field query, Field subject, List<Change> soon, List<Group> groups, int count, int all) {

    public RulebookView {
        soon = List.copyOf(soon);
        groups = List.copyOf(groups);
    }

    public record Group(String title, List<Row> rows) {

        public Group {
            rows = List.copyOf(rows);
        }
    }

    /// @param value as it stands today, or what is said when no version covers today
    /// @param history null when there is nothing to draw
    public record Row(
            String code,
            String label,
            String article,
            String value,
            String since,
            String status,
            String tone,
            @Nullable History history) {

        public String href() {
            return "/regles/" + code;
        }
    }

    /// @param value from that day, or empty when a version ends without a successor
    public record Change(String code, String label, String day, String value) {

        public String href() {
            return "/regles/" + code;
        }
    }

    private record Dated(LocalDate day, Change change) {}

    static RulebookView of(Collection<Parameter> all, String typed, String subject, LocalDate today, Texts t) {
        var subjects = all.stream().map(Parameter::folder).distinct().sorted().toList();
        var wanted = words(typed);
        var found = all.stream()
                .filter(p -> subject.isEmpty() || p.folder().equals(subject))
                .filter(p -> wanted.isEmpty() || matches(p, wanted))
                .toList();
        var bySubject = new LinkedHashMap<String, List<Row>>();
        for (var folder : subjects) {
            var rows = found.stream()
                    .filter(p -> p.folder().equals(folder))
                    .map(p -> row(p, today, t))
                    .toList();
            if (!rows.isEmpty()) bySubject.put(folder, rows);
        }
        var groups = bySubject.entrySet().stream()
                .map(e -> new Group(title(e.getKey(), t), e.getValue()))
                .toList();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("rulebook.subject.all"), subject.isEmpty()));
        subjects.forEach(s -> options.add(new Option(s, title(s, t), s.equals(subject))));
        return new RulebookView(
                t.longDate(today),
                Field.text("mot", t.localize("rulebook.query")).value(typed),
                Field.select("sujet", t.localize("rulebook.subject"), options),
                soon(all, today, t),
                groups,
                found.size(),
                all.size());
    }

    static String title(String folder, Texts t) {
        return t.localize("rulebook.subject." + folder);
    }

    private static Row row(Parameter p, LocalDate today, Texts t) {
        var now = p.on(today);
        var shown = now.orElse(p.versions().getLast());
        return new Row(
                p.code(),
                p.label(),
                shown.article(),
                now.map(v -> Shown.of(v.content(), t)).orElse(t.localize("rulebook.none")),
                since(now, p, today, t),
                status(shown, t),
                tone(shown),
                History.of(p, today).orElse(null));
    }

    private static String since(Optional<Version> now, Parameter p, LocalDate today, Texts t) {
        if (now.isPresent())
            return t.localize("rulebook.since", t.date(now.get().from()));
        var last = p.versions().getLast();
        return last.from().isAfter(today)
                ? t.localize("rulebook.from", t.date(last.from()))
                : t.localize("rulebook.ended", t.date(last.to() == null ? today : last.to()));
    }

    static String status(Version version, Texts t) {
        return t.localize("rulebook.status." + version.status().name().toLowerCase(Locale.ROOT));
    }

    static String tone(Version version) {
        return switch (version.status()) {
            case V -> "ok";
            case S -> "info";
            case K -> "warn";
        };
    }

    /// Every version that begins after today, and every one that ends after today without a successor.
    private static List<Change> soon(Collection<Parameter> all, LocalDate today, Texts t) {
        var changes = new ArrayList<Dated>();
        for (var p : all) {
            for (var version : p.versions()) {
                if (version.from().isAfter(today))
                    changes.add(change(p, version.from(), Shown.of(version.content(), t), t));
            }
            var end = p.versions().getLast().to();
            if (end != null && !end.isBefore(today)) {
                changes.add(change(p, end.plusDays(1), t.localize("rulebook.ends"), t));
            }
        }
        return changes.stream()
                .sorted(Comparator.comparing(Dated::day))
                .map(Dated::change)
                .toList();
    }

    private static Dated change(Parameter p, LocalDate day, String value, Texts t) {
        return new Dated(day, new Change(p.code(), p.label(), t.date(day), value));
    }

    private static boolean matches(Parameter p, List<String> wanted) {
        var text = new StringBuilder(p.code())
                .append(' ')
                .append(p.label())
                .append(' ')
                .append(p.article());
        p.versions().forEach(v -> text.append(' ').append(v.source()));
        var plain = plain(text.toString());
        return wanted.stream().allMatch(plain::contains);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(plain(typed).split("[^a-z0-9]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.replace("œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
