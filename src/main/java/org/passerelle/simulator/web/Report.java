package org.passerelle.simulator.web;

import java.util.List;

/// An answer on paper: what was asked, the figures, what is not covered.
///
/// @param asked label and value of each field
/// @param limits what is not covered
/// @param address of the page, to find the answer again
record Report(
        String title,
        String summary,
        String provenance,
        List<Asked> asked,
        String askedTitle,
        List<Sheet> sheets,
        String limitsTitle,
        List<String> limits,
        String address) {

    record Asked(String label, String value) {}

    /// @param columns the first is text, the others are figures unless `words`
    record Sheet(String title, List<String> columns, List<List<String>> rows, boolean words) {}
}
