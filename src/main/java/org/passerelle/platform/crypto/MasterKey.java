package org.passerelle.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.passerelle.platform.db.UnsafeStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The key of keys: 32 bytes in a file outside the database, named by `passerelle.master-key-file`
/// (PASSERELLE_MASTER_KEY_FILE) or made at the first start as `keys/master.key`, readable by its owner only.
@Component
final class MasterKey {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);

    private final byte[] bytes;

    MasterKey(Environment environment) {
        var named = environment.getProperty("passerelle.master-key-file", "");
        var file = named.isBlank()
                ? Path.of(environment.getProperty("passerelle.home", "var")).resolve("keys/master.key")
                : Path.of(named);
        try {
            if (named.isBlank() && !Files.exists(file)) make(file);
            this.bytes = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the master key cannot be read", e);
        }
        if (bytes.length != 32) throw new IllegalStateException("the master key must have 32 bytes, in base64");
        if (isGuessable(bytes)) {
            throw new UnsafeStart(
                    "PASSERELLE_MASTER_KEY_FILE",
                    "a key that can be guessed",
                    "Make one at random: openssl rand -base64 32.");
        }
    }

    /// A pattern, zeros or a sentence; chance makes one of these less than once in 10^14 keys (S-41).
    private static boolean isGuessable(byte[] key) {
        var different = new java.util.HashSet<Byte>();
        boolean text = true;
        for (byte b : key) {
            different.add(b);
            text &= b >= ' ' && b <= '~';
        }
        return text || different.size() < 16 || isEvenlySpaced(key);
    }

    private static boolean isEvenlySpaced(byte[] key) {
        for (int i = 2; i < key.length; i++) {
            if ((byte) (key[i] - key[i - 1]) != (byte) (key[1] - key[0])) return false;
        }
        return true;
    }

    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        var temporary = Files.createTempFile(
                folder,
                "master",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, Base64.getEncoder().encodeToString(fresh));
        try {
            Files.createLink(file, temporary);
            LOG.warn("master key made file={}: back it up apart from the database", file.getFileName());
        } catch (FileAlreadyExistsException e) {
            LOG.info("master key made by another program at the same moment");
        } finally {
            Files.delete(temporary);
        }
    }

    /// Tells which master key sealed something, without telling anything about it.
    byte[] id() {
        return Arrays.copyOf(Seals.hmac(bytes, "master key id"), 8);
    }

    byte[] seal(byte[] plain, byte[] about) {
        return Seals.seal(bytes, plain, about);
    }

    byte[] open(byte[] sealed, byte[] about) {
        return Seals.open(bytes, sealed, about);
    }

    /// A key of its own for another use inside the application.
    byte[] derived(String use) {
        return Seals.hmac(bytes, "derived key: " + use);
    }
}
