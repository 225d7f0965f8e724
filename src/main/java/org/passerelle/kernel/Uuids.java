package org.passerelle.kernel;

import java.util.UUID;

/// Strict reading of UUIDs: the canonical 36 characters only.
final class Uuids {

    private Uuids() {}

    static UUID parse(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new InvalidValue("id.format", text.length() > 40 ? "" : text);
        }
        return UUID.fromString(text);
    }
}
