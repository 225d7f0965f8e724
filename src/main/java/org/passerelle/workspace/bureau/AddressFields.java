package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// The five fields of an address, wherever one is asked for.
final class AddressFields {

    private AddressFields() {}

    static List<Field> fields(Typed typed, Texts t) {
        return List.of(
                typed.back(
                        Field.text("line1", t.localize("bureau.address.line1")).must()),
                typed.back(Field.text("line2", t.localize("bureau.address.line2"))),
                typed.back(Field.text("postcode", t.localize("bureau.address.postcode"))
                        .must()),
                typed.back(Field.text("city", t.localize("bureau.address.city")).must()),
                typed.back(Field.text("country", t.localize("bureau.address.country"))
                        .hint("FR, BE, CH…")));
    }

    /// @return null when something is missing or wrong; then the fields say what
    static @Nullable PostalAddress read(Typed typed, Texts t) {
        var line1 = typed.mustText("line1");
        var line2 = typed.someText("line2");
        var postcode = typed.mustText("postcode");
        var city = typed.mustText("city");
        var country =
                typed.text("country").isEmpty() ? "FR" : typed.text("country").toUpperCase(Locale.ROOT);
        try {
            return new PostalAddress(line1, line2, postcode, city, country);
        } catch (InvalidValue e) {
            typed.refuse("country", t.error(e));
            return null;
        }
    }

    static Standing put(Standing standing, PostalAddress address) {
        return standing.put("line1", address.line1())
                .put("line2", address.line2())
                .put("postcode", address.postcode())
                .put("city", address.city())
                .put("country", address.country());
    }
}
