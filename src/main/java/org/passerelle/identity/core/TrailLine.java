package org.passerelle.identity.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// One line of the trail, and the hash that binds it to the line before (S-42).
/// @param at to the microsecond, as the database keeps it
/// @param details `key=value` lines, sorted by key
public record TrailLine(
        String operator,
        long number,
        Instant at,
        String actor,
        String action,
        String subjectType,
        String subjectId,
        String details) {

    /// What stands before the first line.
    public static final byte[] START = new byte[32];

    /// Each part goes in with its length, so that nothing can be moved from one part to the next.
    public byte[] hash(byte[] previous) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            for (var part : new String[] {
                operator, Long.toString(number), at.toString(), actor, action, subjectType, subjectId, details
            }) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Control characters cannot forge a second pair (S-36).
    public static String text(Map<String, String> details) {
        var text = new StringBuilder();
        new TreeMap<>(details)
                .forEach((key, value) ->
                        text.append(clean(key)).append('=').append(clean(value)).append('\n'));
        return text.toString();
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
