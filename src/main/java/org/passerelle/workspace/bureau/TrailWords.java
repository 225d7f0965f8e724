package org.passerelle.workspace.bureau;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.web.Texts;

/// The trail in words. What has none yet is shown as it was written: a trail hides nothing.
final class TrailWords {

    private TrailWords() {}

    static String action(TrailStore.Row line, Texts t) {
        return or("bureau.trail.do." + line.action(), line.action(), t);
    }

    static String subject(TrailStore.Row line, Texts t) {
        var type = or("bureau.trail.of." + line.subjectType(), line.subjectType(), t);
        var name = line.subjectName();
        return type + "\u00A0" + (name == null ? brief(line.subjectId()) : name);
    }

    static String actor(TrailStore.Row line, Texts t) {
        var name = line.actorName();
        return name != null ? name : or("bureau.trail.by." + line.actor(), brief(line.actor()), t);
    }

    /// `key=value` lines as « mot : valeur ».
    static String details(TrailStore.Row line, Texts t) {
        return line.details()
                .lines()
                .filter(pair -> pair.contains("="))
                .map(pair -> {
                    var key = pair.substring(0, pair.indexOf('='));
                    var value = pair.substring(pair.indexOf('=') + 1);
                    var word = or("bureau.trail.key." + key, key, t);
                    return word + t.localize("ui.colon") + " "
                            + Arrays.stream(value.split(","))
                                    .map(part -> value(part.strip(), t))
                                    .collect(Collectors.joining(", "));
                })
                .collect(Collectors.joining(" · "));
    }

    private static String value(String written, Texts t) {
        return Stream.of("bureau.trail.value.", "deadline.fact.", "contracts.kind.")
                .map(names -> names + written)
                .filter(t::has)
                .findFirst()
                .map(key -> t.localize(key))
                .orElseGet(() -> brief(written));
    }

    /// A moment that is not broken over two lines.
    static String whole(String text) {
        return text.replace(' ', '\u00A0');
    }

    private static String or(String key, String otherwise, Texts t) {
        return t.has(key) ? t.localize(key) : otherwise;
    }

    private static String brief(String id) {
        if (id.matches("[0-9a-f]{8}-[0-9a-f-]{27}")) return id.substring(0, 8) + "…";
        return id.length() > 40 && id.indexOf(' ') < 0 ? id.substring(0, 39) + "…" : id;
    }
}
