package org.passerelle.ledger.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.passerelle.ledger.Entry;

/// SHA-256 over what an entry says: tells a replay from another fact under the same source.
public final class Fingerprint {

    private static final char SEPARATOR = '\u001F';

    private Fingerprint() {}

    public static byte[] of(Entry entry) {
        var text = new StringBuilder();
        add(text, entry.journal(), entry.date(), entry.source(), entry.pieceRef(), entry.pieceDate(), entry.label());
        for (var line : entry.lines()) {
            add(text, line.account(), line.aux(), line.worker(), line.debit(), line.credit(), line.category());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(StringBuilder text, @org.jspecify.annotations.Nullable Object... fields) {
        for (var field : fields) text.append(field == null ? "" : field).append(SEPARATOR);
        text.append('\n');
    }
}
