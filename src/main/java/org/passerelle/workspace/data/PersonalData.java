package org.passerelle.workspace.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// All that is known of somebody, in sections of rows; one model for the machine's file and for the one that people
/// read.
///
/// @param sections in reading order
public record PersonalData(List<Section> sections) {

    public PersonalData {
        sections = List.copyOf(sections);
    }

    /// @param name key of the section, such as `payslips`
    /// @param rows key → value; values are texts in the form of a machine: `2026-10-31`, `1234.50`, `true`
    public record Section(String name, List<SequencedMap<String, String>> rows) {}

    /// Rows of one section, filled one after the other; a value that nobody told is left out.
    static final class Rows {

        private final List<SequencedMap<String, String>> rows = new ArrayList<>();

        Rows next() {
            rows.add(new LinkedHashMap<>());
            return this;
        }

        Rows put(String key, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) rows.getLast().put(key, value.toString());
            return this;
        }

        Rows putAll(Map<String, String> values) {
            rows.getLast().putAll(values);
            return this;
        }

        Section as(String name) {
            return new Section(name, List.copyOf(rows));
        }
    }
}
