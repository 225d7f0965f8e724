package org.passerelle.contracts.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.Drawing;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Signature;

/// Binds each consent to the file that was read and to the consents before it: none can be altered, left out or put
/// elsewhere without all later links breaking.
public final class HashChain {

    private static final String SEPARATOR = "\n";

    private HashChain() {}

    public static Signature link(
            int position,
            Party party,
            String name,
            String email,
            Signature.How how,
            Instant at,
            String address,
            @Nullable Drawing drawing,
            String readSha256,
            String previous) {
        var hash = sha256(String.join(
                        SEPARATOR,
                        previous,
                        Integer.toString(position),
                        party.name(),
                        flat(name),
                        flat(email),
                        how.name(),
                        at.toString(),
                        address,
                        drawing == null ? "" : drawing.text(),
                        readSha256)
                .getBytes(StandardCharsets.UTF_8));
        return new Signature(position, party, name, email, how, at, address, drawing, readSha256, previous, hash);
    }

    /// Position of the first link that does not hold, or 0 when all do.
    public static int firstBroken(String readSha256, List<Signature> signatures) {
        var previous = readSha256;
        int position = 1;
        for (var one : signatures) {
            var again = link(
                    position,
                    one.party(),
                    one.name(),
                    one.email(),
                    one.how(),
                    one.at(),
                    one.address(),
                    one.drawing(),
                    readSha256,
                    previous);
            if (!again.equals(one)) return position;
            previous = one.hash();
            position++;
        }
        return 0;
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// No text of one field can look like two fields.
    private static String flat(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
