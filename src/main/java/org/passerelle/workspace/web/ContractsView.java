package org.passerelle.workspace.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;

/// My papers, newest first.
public record ContractsView(List<Row> rows) {

    public ContractsView {
        rows = List.copyOf(rows);
    }

    public record Row(String href, String title, String code, String date, String state, String tone) {}

    /// One of them.
    ///
    /// @param notice whose turn it is, or why it is over
    /// @param mine whether I am to sign now
    public record One(
            String title,
            String code,
            String state,
            String tone,
            String notice,
            String href,
            boolean mine,
            List<Field> fields,
            Field reason,
            List<String> signatures,
            boolean wrong,
            UUID intent) {

        public One {
            fields = List.copyOf(fields);
            signatures = List.copyOf(signatures);
        }
    }
}
