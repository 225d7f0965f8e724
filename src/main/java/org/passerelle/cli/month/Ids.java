package org.passerelle.cli.month;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that follow from what a folder says, so that loading it again meets what is there already.
final class Ids {

    private Ids() {}

    static UUID of(Object... parts) {
        var name = new StringBuilder("passerelle-month");
        for (var part : parts) name.append('|').append(part);
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
