package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;

/// Something that can be done here: a form with its button. Its intent makes a double click one act.
///
/// @param hint what will happen, or empty
/// @param fields what must be said with it
/// @param main the one likely next step
/// @param file whether a file goes with it
public record Act(String label, String hint, String href, UUID intent, List<Field> fields, boolean main, boolean file) {

    public Act {
        fields = List.copyOf(fields);
    }

    static Act main(String label, String hint, String href) {
        return new Act(label, hint, href, UUID.randomUUID(), List.of(), true, false);
    }

    static Act saying(String label, String hint, String href, Field... fields) {
        return new Act(label, hint, href, UUID.randomUUID(), List.of(fields), false, false);
    }

    static Act sending(String label, String hint, String href, Field... fields) {
        return new Act(label, hint, href, UUID.randomUUID(), List.of(fields), true, true);
    }
}
