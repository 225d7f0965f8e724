package org.passerelle.joining;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;

/// Secrets in links: 192 random bits behind the id of the entity, so that nothing of any other is looked at. Kept as
/// hashes only.
final class Links {

    private static final int OPERATOR_BYTES = 16;
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Links() {}

    static String fresh(OperatorId operator) {
        var secret = new byte[SECRET_BYTES];
        CHANCE.nextBytes(secret);
        var all = ByteBuffer.allocate(OPERATOR_BYTES + SECRET_BYTES)
                .putLong(operator.value().getMostSignificantBits())
                .putLong(operator.value().getLeastSignificantBits())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// Empty for what is no link.
    static Optional<OperatorId> operatorOf(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != OPERATOR_BYTES + SECRET_BYTES) return Optional.empty();
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new OperatorId(new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
