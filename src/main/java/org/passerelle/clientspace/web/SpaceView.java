package org.passerelle.clientspace.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.kernel.Money;

/// What waits for a client, and all its invoices and papers.
///
/// @param until the day on which the link ends, in words
public record SpaceView(
        String client,
        String house,
        String until,
        String base,
        Money open,
        List<Waiting> waiting,
        List<Row> invoices,
        List<PaperRow> papers,
        List<DaysRow> days) {

    public SpaceView {
        waiting = List.copyOf(waiting);
        invoices = List.copyOf(invoices);
        papers = List.copyOf(papers);
        days = List.copyOf(days);
    }

    /// One thing to do.
    ///
    /// @param post whether it is a form's button rather than a link
    public record Waiting(
            String title, String text, String label, String href, boolean late, boolean post, UUID intent) {}

    public record Row(
            String number,
            String what,
            String date,
            String due,
            String state,
            String tone,
            Money gross,
            Money open,
            String href) {}

    /// @param act label of the button that leads to signing or withdrawing, or empty
    public record PaperRow(
            String title, String code, String state, String tone, String file, String act, String href, UUID intent) {}

    public record DaysRow(String title, String month, String state, String tone, String href) {}
}
