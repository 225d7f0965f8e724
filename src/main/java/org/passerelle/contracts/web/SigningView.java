package org.passerelle.contracts.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.web.Field;

/// A paper in front of the client, who has no account.
///
/// @param state words for where it stands
/// @param notice what just happened or what to do, or empty
/// @param code the field of the code, null until one was sent
/// @param mayRenounce until when the private individual may withdraw, or empty
/// @param annexed whether the client's own contract is signed with it
/// @param base address of this link's pages
public record SigningView(
        String title,
        String house,
        String paper,
        String state,
        String tone,
        String notice,
        String noticeTone,
        String email,
        boolean open,
        @Nullable Field code,
        List<Field> fields,
        Field reason,
        boolean wrong,
        String mayRenounce,
        boolean annexed,
        String base,
        UUID intent) {

    public SigningView {
        fields = List.copyOf(fields);
    }
}
