package org.passerelle.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a form with what was typed and what is wrong with it, for `ui/field.jte` and `ui/select.jte`.
///
/// `Field.text("siren", "SIREN").hint("9 chiffres").value(typed).error(sentenceOrNull)`
///
/// @param name of the parameter, also the element's id
/// @param kind `text`, `date`, `email`, `password`, `number`, `file`, `textarea`, `checkbox`, `money`, `decimal`
/// @param hint format or example, or an empty text
/// @param error what is wrong, naming field and format, or null
/// @param autocomplete HTML token (`given-name`), or an empty text
/// @param options choices, for a select
public record Field(
        String name,
        String label,
        String kind,
        String value,
        String hint,
        @Nullable String error,
        boolean required,
        String autocomplete,
        List<Option> options) {

    public static Field of(String kind, String name, String label) {
        return new Field(name, label, kind, "", "", null, false, "", List.of());
    }

    public static Field text(String name, String label) {
        return of("text", name, label);
    }

    public static Field date(String name, String label) {
        return of("date", name, label);
    }

    /// A sum in euros, typed as `1 234,56` or `1234.56`.
    public static Field money(String name, String label) {
        return of("money", name, label);
    }

    public static Field select(String name, String label, List<Option> options) {
        return new Field(name, label, "select", "", "", null, false, "", options);
    }

    public Field value(@Nullable String typed) {
        return new Field(name, label, kind, typed == null ? "" : typed, hint, error, required, autocomplete, options);
    }

    public Field hint(String text) {
        return new Field(name, label, kind, value, text, error, required, autocomplete, options);
    }

    public Field error(@Nullable String sentence) {
        return new Field(name, label, kind, value, hint, sentence, required, autocomplete, options);
    }

    public Field must() {
        return new Field(name, label, kind, value, hint, error, true, autocomplete, options);
    }

    public Field autocomplete(String token) {
        return new Field(name, label, kind, value, hint, error, required, token, options);
    }

    public String errorId() {
        return name + "-erreur";
    }

    public String hintId() {
        return name + "-aide";
    }

    /// Ids of what describes the field, or null when nothing does.
    public @Nullable String describedBy() {
        if (error != null) return hint.isEmpty() ? errorId() : errorId() + " " + hintId();
        return hint.isEmpty() ? null : hintId();
    }

    public boolean checked() {
        return "on".equals(value) || "true".equals(value);
    }

    /// The HTML input type behind the kind.
    public String inputType() {
        return kind.equals("money") || kind.equals("decimal") ? "text" : kind;
    }

    public @Nullable String inputMode() {
        return List.of("money", "number", "decimal").contains(kind) ? "decimal" : null;
    }
}
