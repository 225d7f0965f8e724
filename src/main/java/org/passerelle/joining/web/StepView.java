package org.passerelle.joining.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Step;

/// One step of the file: questions, and the proofs that go with them.
///
/// @param number « Étape 2 sur 8 »
/// @param closed whether the file was decided: then it is only read
public record StepView(
        String title,
        String lead,
        String number,
        String action,
        List<Step> steps,
        List<Field> fields,
        List<Upload> uploads,
        boolean wrong,
        boolean closed,
        UUID intent) {

    /// A proof that this step wants.
    ///
    /// @param held name of the file that stands, or empty
    /// @param fields the file, and its last day where it ends
    public record Upload(
            String kind,
            String title,
            String hint,
            String held,
            String href,
            String state,
            String tone,
            String reason,
            List<Field> fields,
            UUID intent) {}
}
