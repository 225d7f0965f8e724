package org.passerelle.contracts.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;

/// The page on which a private individual withdraws from a quote.
///
/// @param text what the button will declare
/// @param base address of this link's pages
public record RenunciationView(
        String title, String house, String text, List<Field> fields, boolean wrong, String base, UUID intent) {

    public RenunciationView {
        fields = List.copyOf(fields);
    }
}
