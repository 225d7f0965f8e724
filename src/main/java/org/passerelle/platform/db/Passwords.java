package org.passerelle.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The embedded server's passwords: random, made once, readable by the owner of the folder only.
record Passwords(String superuser, String owner, String app) {

    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static synchronized Passwords in(Path folder) throws IOException {
        var file = folder.resolve("passwords");
        if (!Files.exists(file)) {
            var temporary = Files.createTempFile(folder, "passwords", ".tmp", PRIVATE_FILE);
            Files.write(temporary, List.of(random(), random(), random()));
            try {
                Files.createLink(file, temporary);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                // another program was first: its passwords are read below
            }
            Files.delete(temporary);
        }
        var lines = Files.readAllLines(file);
        return new Passwords(lines.get(0), lines.get(1), lines.get(2));
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
