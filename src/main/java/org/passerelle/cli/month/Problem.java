package org.passerelle.cli.month;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.core.InvalidFile;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.web.Texts;

/// Something in the folder that is not what it should be, with its place and how to mend it.
///
/// @param file name inside the folder
/// @param line first line is 1; 0 for the whole file
/// @param column first character is 1; 0 for the whole line
/// @param field name of the column or field, may be empty
/// @param key the sentence `month.<key>`, filled with `args`
/// @param value the sentence of a value that is none, in place of `key`
public record Problem(
        String file,
        int line,
        int column,
        String field,
        String key,
        List<String> args,
        @Nullable InvalidValue value,
        @Nullable InvalidFile bank) {

    public Problem {
        args = List.copyOf(args);
    }

    static Problem of(String file, int line, int column, String field, String key, String... args) {
        return new Problem(file, line, column, field, key, List.of(args), null, null);
    }

    static Problem of(String file, int line, int column, String field, InvalidValue value) {
        return new Problem(file, line, column, field, "", List.of(), value, null);
    }

    static Problem of(String file, InvalidFile invalid) {
        return new Problem(file, invalid.line(), invalid.column(), "", "", List.of(), null, invalid);
    }

    /// One line for the terminal: `people.csv:4:31 (nir): …`.
    public String line(Texts texts) {
        var place = file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
        return place + (field.isEmpty() ? "" : " (" + field + ")") + ": " + sentence(texts);
    }

    private String sentence(Texts texts) {
        if (value != null) return texts.error(value);
        if (bank != null) {
            return texts.localize("banking.file." + bank.code(), bank.data().toArray());
        }
        return texts.localize("month." + key, args.toArray());
    }
}
