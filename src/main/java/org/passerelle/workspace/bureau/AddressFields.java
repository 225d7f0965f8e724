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
        return fields("", typed, t);
    }

    /// @param prefix of the fields' names, where a form asks for two addresses
    static List<Field> fields(String prefix, Typed typed, Texts t) {
        return List.of(
                typed.back(Field.text(prefix + "line1", t.localize("bureau.address.line1"))
                        .must()),
                typed.back(Field.text(prefix + "line2", t.localize("bureau.address.line2"))),
                typed.back(Field.text(prefix + "postcode", t.localize("bureau.address.postcode"))
                        .must()),
                typed.back(Field.text(prefix + "city", t.localize("bureau.address.city"))
                        .must()),
                typed.back(Field.text(prefix + "country", t.localize("bureau.address.country"))
                        .hint("FR, BE, CH…")));
    }

    /// @return null when something is missing or wrong; then the fields say what
    static @Nullable PostalAddress read(Typed typed, Texts t) {
        return read("", typed, t);
    }

    static @Nullable PostalAddress read(String prefix, Typed typed, Texts t) {
        var line1 = typed.mustText(prefix + "line1");
        var line2 = typed.someText(prefix + "line2");
        var postcode = typed.mustText(prefix + "postcode");
        var city = typed.mustText(prefix + "city");
        var country = typed.text(prefix + "country").isEmpty()
                ? "FR"
                : typed.text(prefix + "country").toUpperCase(Locale.ROOT);
        try {
            return new PostalAddress(line1, line2, postcode, city, country);
        } catch (InvalidValue e) {
            typed.refuse(prefix + "country", t.error(e));
            return null;
        }
    }

    static Standing put(Standing standing, PostalAddress address) {
        return put("", standing, address);
    }

    static Standing put(String prefix, Standing standing, PostalAddress address) {
        return standing.put(prefix + "line1", address.line1())
                .put(prefix + "line2", address.line2())
                .put(prefix + "postcode", address.postcode())
                .put(prefix + "city", address.city())
                .put(prefix + "country", address.country());
    }
}
