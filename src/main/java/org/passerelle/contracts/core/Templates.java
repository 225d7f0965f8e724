package org.passerelle.contracts.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.contracts.Fact;
import org.passerelle.contracts.Label;
import org.passerelle.contracts.Mention;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.Party;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The papers of the class path: `contracts/<kind>.yaml` and the facts that fill them. Read once; a mistake in them
/// stops the start-up.
public final class Templates {

    private static final Templates STANDARD = new Templates();

    private final Map<String, Fact> facts;
    private final Map<PaperKind, Template> byKind = new EnumMap<>(PaperKind.class);

    private Templates() {
        facts = facts();
        for (var kind : PaperKind.values()) byKind.put(kind, template(kind));
    }

    public static Templates standard() {
        return STANDARD;
    }

    public Template of(PaperKind kind) {
        var template = byKind.get(kind);
        if (template == null) throw new IllegalStateException("no paper " + kind);
        return template;
    }

    /// Every fact there is, by key, in the order of the file.
    public Map<String, Fact> facts(Fact.At... at) {
        if (at.length == 0) return facts;
        var chosen = new LinkedHashMap<String, Fact>();
        facts.forEach((key, fact) -> {
            if (List.of(at).contains(fact.at())) chosen.put(key, fact);
        });
        return chosen;
    }

    private static Map<String, Fact> facts() {
        var all = new LinkedHashMap<String, Fact>();
        for (var entry : read("facts").entrySet()) {
            var fields = map(entry.getValue());
            var at = Fact.At.valueOf(text(fields, "at").toUpperCase(Locale.ROOT));
            all.put(entry.getKey(), new Fact(entry.getKey(), at, label(fields), optional(fields, "default")));
        }
        return Collections.unmodifiableMap(all);
    }

    private Template template(PaperKind kind) {
        var root = read(kind.code());
        var signers = list(root, "signers").stream()
                .map(name -> Party.valueOf(name.toString()))
                .toList();
        var mentions = new ArrayList<Mention>();
        for (var one : list(root, "mentions")) {
            var fields = map(one);
            mentions.add(new Mention(
                    text(fields, "id"),
                    text(fields, "rule"),
                    text(fields, "article"),
                    label(fields),
                    optional(fields, "words")));
        }
        var clauses = new ArrayList<Template.BlankClause>();
        for (var one : list(root, "clauses")) {
            var fields = map(one);
            var carries = fields.containsKey("carries") ? list(fields, "carries") : List.of();
            clauses.add(new Template.BlankClause(
                    text(fields, "heading"),
                    text(fields, "text").strip(),
                    carries.stream().map(Object::toString).toList(),
                    optional(fields, "when"),
                    optional(fields, "unless")));
        }
        var template = new Template(kind, text(root, "title"), signers, mentions, clauses);
        check(template);
        return template;
    }

    private void check(Template template) {
        var ids = template.mentions().stream().map(Mention::id).toList();
        for (var clause : template.clauses()) {
            if (!ids.containsAll(clause.carries())) {
                throw new IllegalStateException(template.kind() + ": unknown mention in « " + clause.heading() + " »");
            }
        }
        for (var id : ids) {
            if (template.clauses().stream().noneMatch(clause -> clause.carries().contains(id))) {
                throw new IllegalStateException(template.kind() + ": no clause carries " + id);
            }
        }
        for (var key : template.blanks()) {
            if (!facts.containsKey(key)) throw new IllegalStateException(template.kind() + ": no fact " + key);
        }
    }

    private static Map<String, Object> read(String name) {
        var file = "/contracts/" + name + ".yaml";
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("no " + file + " on the class path");
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Label label(Map<String, Object> fields) {
        return new Label(text(fields, "fr"), text(fields, "en"));
    }

    private static Map<String, Object> map(Object value) {
        var copy = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> copy.put(String.valueOf(key), inner));
            return copy;
        }
        throw new IllegalStateException("a map is expected: " + value);
    }

    private static List<?> list(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof List<?> list) return list;
        throw new IllegalStateException("a list is expected: " + name);
    }

    private static String text(Map<String, Object> fields, String name) {
        var text = optional(fields, name);
        if (text.isBlank()) throw new IllegalStateException("missing: " + name + " in " + fields);
        return text;
    }

    private static String optional(Map<String, Object> fields, String name) {
        var value = fields.get(name);
        return value == null ? "" : value.toString().strip();
    }
}
