package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;

/// A form of the desk; when it comes back (422) with what was typed and what is wrong.
///
/// @param findings why the house or the law refused, after the fields were right
/// @param seen the revision that is being changed; 0 for something new
/// @param meanwhile where a colleague's change differs from what was typed, as it stands now
public record Form(
        String title,
        String lead,
        String href,
        String submit,
        String back,
        UUID intent,
        List<Part> parts,
        List<FindingCard> findings,
        boolean wrong,
        int seen,
        List<Fact> meanwhile) {

    public Form {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
        meanwhile = List.copyOf(meanwhile);
    }

    /// A form for something new.
    static Form fresh(
            String title,
            String lead,
            String href,
            String submit,
            String back,
            UUID intent,
            List<Part> parts,
            List<FindingCard> findings,
            boolean wrong) {
        return new Form(title, lead, href, submit, back, intent, parts, findings, wrong, 0, List.of());
    }

    /// Fields under a title.
    public record Part(String title, List<Field> fields) {

        public Part {
            fields = List.copyOf(fields);
        }
    }
}
