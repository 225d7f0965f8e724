package org.passerelle.simulator.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;

/// What every simulator's page shows around its figures.
///
/// @param name `combien`: ending of the keys, name of the model card
/// @param path of the page
/// @param first fields asked at once
/// @param more fields for who wants to be exact
/// @param errors sentences, field by field, with the id of the field
/// @param provenance day of the answer and since when the rules stand; empty before an answer
/// @param limits what the page does not cover
public record Answer(
        String name,
        String path,
        List<Field> first,
        List<Field> more,
        boolean moreOpen,
        List<Wrong> errors,
        String provenance,
        String query,
        List<String> limits) {

    /// @param id of the field
    public record Wrong(String id, String label, String sentence) {}

    static Answer of(
            String name, String path, Inputs in, List<Field> first, List<Field> more, String provenance, Texts t) {
        var errors = new ArrayList<Wrong>();
        for (var group : List.of(first, more)) {
            for (var field : group) {
                if (field.error() != null) errors.add(new Wrong(field.name(), field.label(), field.error()));
            }
        }
        return new Answer(
                name,
                path,
                first,
                more,
                in.touched(more.stream().map(Field::name).toArray(String[]::new)),
                errors,
                provenance,
                in.query(),
                limits(name, t));
    }

    /// Around a page that reads its own form.
    static Answer of(
            String name, String path, List<Field> first, List<Field> more, String provenance, String query, Texts t) {
        return new Answer(name, path, first, more, false, List.of(), provenance, query, limits(name, t));
    }

    /// With the errors of further fields that the page shows in its own way.
    Answer and(List<Field> others) {
        var all = new ArrayList<>(errors);
        for (var field : others) {
            if (field.error() != null) all.add(new Wrong(field.name(), field.label(), field.error()));
        }
        return new Answer(name, path, first, more, moreOpen, all, provenance, query, limits);
    }

    static String provenance(LocalDate today, LocalDate since, Texts t) {
        return t.localize("simulator.computed", t.longDate(today), t.longDate(since));
    }

    private static List<String> limits(String name, Texts t) {
        var limits = new ArrayList<String>();
        for (int i = 1; t.has("simulator." + name + ".not." + i); i++) {
            limits.add(t.localize("simulator." + name + ".not." + i));
        }
        return limits;
    }

    /// Where the values typed here open a file to work; empty on pages that ask for no work of one's own.
    public String join() {
        return name.equals("combien") || name.equals("puis-je-facturer") ? "/entrer" + query : "";
    }

    public boolean wrong() {
        return !errors.isEmpty();
    }

    public String address() {
        return path + query;
    }

    public String pdf() {
        return path + "/pdf" + query;
    }

    public String card() {
        return "/simulateurs/" + name;
    }

    public String more(Texts t) {
        var own = "simulator." + name + ".more";
        return t.localize(t.has(own) ? own : "simulator.more");
    }

    public String title(Texts t) {
        return t.localize("simulator." + name);
    }

    public String lead(Texts t) {
        return t.localize("simulator." + name + ".lead");
    }
}
