package org.passerelle.operators;

import org.passerelle.kernel.InvalidValue;

/// Texts that must be there.
final class Checked {

    private Checked() {}

    /// @throws InvalidValue `<field>.missing` when nothing but spaces is given
    static void text(String field, String text) {
        if (text.isBlank()) throw new InvalidValue(field + ".missing", "");
    }
}
