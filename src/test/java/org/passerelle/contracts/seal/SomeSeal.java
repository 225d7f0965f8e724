package org.passerelle.contracts.seal;

import java.time.Instant;

/// A seal as operators have, for measuring.
public final class SomeSeal {

    private static final SealKey KEY =
            NewSeal.make(1, "Portage de l'Exemple", "990000016", Instant.parse("2026-10-01T00:00:00Z"));

    private SomeSeal() {}

    public static byte[] on(byte[] pdf) {
        return Pades.seal(pdf, KEY, "Contrat CT-2026-0001", "Lyon", Instant.parse("2026-10-05T09:30:00Z"));
    }
}
