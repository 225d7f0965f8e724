package org.passerelle.gatherings.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;

/// The secret in the link to a seat: 192 random bits behind the id of the entity, kept as a hash only.
public final class SeatLink {

    private static final int OPERATOR_BYTES = 16;
    private static final int SECRET_BYTES = 24;

    private SeatLink() {}

    public static int secretBytes() {
        return SECRET_BYTES;
    }

    public static String of(OperatorId operator, byte[] secret) {
        var all = ByteBuffer.allocate(OPERATOR_BYTES + SECRET_BYTES)
                .putLong(operator.value().getMostSignificantBits())
                .putLong(operator.value().getLeastSignificantBits())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// Empty for what is no link.
    public static Optional<OperatorId> operatorOf(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != OPERATOR_BYTES + SECRET_BYTES) return Optional.empty();
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new OperatorId(new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
