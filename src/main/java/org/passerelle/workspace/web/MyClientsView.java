package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.platform.web.ChartRow;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;

/// « Mes clients », ready to be read.
///
/// @param figures name and value, the most telling first
/// @param hint what the need is, and where it comes from
/// @param stopped whether a client was chosen to stop; the rest of the answer is empty otherwise
/// @param verdict of the question « et si », in one sentence
public record MyClientsView(
        List<FindingCard> findings,
        List<Figure> figures,
        List<Client> clients,
        List<ChartRow> trend,
        List<Choice> choices,
        List<Field> fields,
        String hint,
        boolean stopped,
        String verdict,
        List<Step> steps) {

    public MyClientsView {
        findings = List.copyOf(findings);
        figures = List.copyOf(figures);
        clients = List.copyOf(clients);
        trend = List.copyOf(trend);
        choices = List.copyOf(choices);
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
    }

    public record Figure(String label, String value, String hint) {}

    public record Client(
            String name, String until, String share, String invoiced, String collected, String signed, String days) {}

    /// A client that may be chosen to stop.
    public record Choice(String id, String name, boolean chosen) {}

    /// @param bar the money left as thousandths of the most that there is
    public record Step(String month, String income, String need, String left, int bar, boolean broken) {}
}
