package org.passerelle.banking.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What makes a movement the same movement in two files, and a statement the same statement under two names
///
public final class LineKeys {

    private LineKeys() {}

    /// @param key the same for equal movements: day, amount, and the bank's reference or else every text
    /// @param occurrence 0 for the first of equal movements in its statement, 1 for its twin …
    /// @param reference names the movement in the books, the same in whichever file it comes
    public record Keyed(ReadMovement movement, String key, int occurrence, String reference) {}

    public static List<Keyed> of(ReadStatement statement) {
        Map<String, Integer> seen = new HashMap<>();
        var keyed = new ArrayList<Keyed>(statement.movements().size());
        for (var movement : statement.movements()) {
            var key = key(movement);
            int occurrence = seen.merge(key, 1, Integer::sum) - 1;
            keyed.add(new Keyed(movement, key, occurrence, reference(movement, key, occurrence)));
        }
        return keyed;
    }

    private static String key(ReadMovement movement) {
        var text = new StringBuilder()
                .append(movement.bookingDate())
                .append('|')
                .append(movement.amount().cents())
                .append('|')
                .append(movement.reversal())
                .append('|')
                .append(movement.bankReference());
        if (movement.bankReference().isEmpty()) {
            for (var part : List.of(movement.endToEndId(), movement.counterparty(), movement.remittance())) {
                text.append('|').append(part.replace("|", "||"));
            }
        }
        return hash(text.toString());
    }

    private static String reference(ReadMovement movement, String key, int occurrence) {
        var base = movement.bankReference().isEmpty()
                ? movement.bookingDate().toString().replace("-", "")
                        + "-"
                        + key.substring(0, 8).toUpperCase(Locale.ROOT)
                : movement.bankReference();
        return occurrence == 0 ? base : base + "/" + (occurrence + 1);
    }

    /// The same for the same content, whatever the file is called and however it is laid out.
    public static String content(ReadStatement statement) {
        var text = new StringBuilder()
                .append(statement.number())
                .append('|')
                .append(statement.sequence())
                .append('|')
                .append(statement.start())
                .append('|')
                .append(statement.end())
                .append('|')
                .append(statement.opening().cents())
                .append('|')
                .append(statement.closing().cents());
        for (var line : of(statement)) text.append('|').append(line.key()).append(line.occurrence());
        return hash(text.toString());
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
