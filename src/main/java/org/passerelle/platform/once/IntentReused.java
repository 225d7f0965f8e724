package org.passerelle.platform.once;

import java.util.UUID;

/// An intent came back with other content than it had the first time: a 422, and nothing is written.
public final class IntentReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IntentReused(UUID intent) {
        super("intent " + intent + " was used with other content");
    }
}
