package org.passerelle.joining.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Step;

/// The applicant's file at a glance.
///
/// @param earliest when work may start, in a sentence
/// @param fast whether « moins de 24 h » holds for this person
/// @param next address of the first step that lacks something, or empty
/// @param sendable whether it may be handed to the house now
public record FileView(
        String house,
        String name,
        String state,
        String tone,
        String notice,
        String noticeTone,
        String earliest,
        boolean fast,
        List<Step> steps,
        List<Group> groups,
        List<ProofRow> proofs,
        String next,
        boolean sendable,
        UUID intent) {

    /// What one party must do.
    public record Group(String title, List<Row> rows) {}

    /// @param rule with its article
    /// @param href where it is done, or empty
    public record Row(String label, String sentence, String rule, String state, String tone, String href) {}

    /// A proof handed in, or still missing.
    ///
    /// @param href of the file, or empty
    public record ProofRow(String label, String file, String href, String state, String tone, String reason) {}
}
