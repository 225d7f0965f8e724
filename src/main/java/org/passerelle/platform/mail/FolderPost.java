package org.passerelle.platform.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// For a machine without a mail server: each mail is a file that a mail program opens, in `mails/` of
/// `passerelle.home`. Like a server it refuses an address for good (`…@refuse.invalid`) or is away for a while
/// (`…@later.invalid`), so that both can be tried.
final class FolderPost implements Post {

    private static final String REFUSED = "@refuse.invalid";
    private static final String LATER = "@later.invalid";

    private final Path folder;
    private final Letters letters;

    FolderPost(Path folder, Letters letters) {
        this.folder = folder;
        this.letters = letters;
    }

    @Override
    public void carry(UUID id, Mail mail) throws Undelivered {
        if (mail.to().endsWith(REFUSED)) throw new Undelivered("refused", true, new IOException(REFUSED));
        if (mail.to().endsWith(LATER)) throw new Undelivered("away", false, new IOException(LATER));
        try {
            Files.createDirectories(folder);
            var half = Files.createTempFile(folder, "mail", ".tmp");
            try (var out = Files.newOutputStream(half)) {
                letters.write(id, mail).writeTo(out);
            }
            Files.move(half, folder.resolve(id + ".eml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException e) {
            throw new Undelivered(e.getClass().getSimpleName(), false, e);
        }
    }
}
