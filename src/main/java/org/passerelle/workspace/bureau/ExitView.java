package org.passerelle.workspace.bureau;

import java.util.List;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;

/// The exit simulator, ready to be read.
///
/// @param title with the person's name
/// @param fields of the question; empty when there is no contract of employment to end
/// @param ended that the contract ended, in words; empty while it has no last day
/// @param end the last day in words, or empty before an answer and when the way is closed
public record ExitView(
        String title,
        String person,
        String personHref,
        String href,
        List<Field> fields,
        boolean wrong,
        String end,
        List<FindingCard> findings,
        List<Row> steps,
        List<Row> sums,
        List<String> papers,
        String ended,
        List<Link> links) {

    public ExitView {
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
        sums = List.copyOf(sums);
        papers = List.copyOf(papers);
        links = List.copyOf(links);
    }

    /// A paper that can be drawn now.
    public record Link(String label, String href) {}

    /// @param hint how it comes about, with its article
    public record Row(String label, String hint, String figure) {}
}
