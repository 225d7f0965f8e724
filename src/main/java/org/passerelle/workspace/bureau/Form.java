package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;

/// A form of the desk; when it comes back (422) with what was typed and what is wrong.
///
/// @param findings why the house or the law refused, after the fields were right
public record Form(
        String title,
        String lead,
        String href,
        String submit,
        String back,
        UUID intent,
        List<Part> parts,
        List<FindingCard> findings,
        boolean wrong) {

    public Form {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /// Fields under a title.
    public record Part(String title, List<Field> fields) {

        public Part {
            fields = List.copyOf(fields);
        }
    }
}
