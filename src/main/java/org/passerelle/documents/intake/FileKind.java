package org.passerelle.documents.intake;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What a file is, told by its first bytes.
enum FileKind {
    PDF,
    JPEG,
    PNG,
    /// The usual picture of an iPhone (also AVIF): no library here decodes it safely.
    HEIC,
    /// Zip, and so Office documents, gzip, 7z, rar, tar.
    ARCHIVE,
    UNKNOWN;

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    static FileKind of(byte[] content) {
        if (head(content, 8).matches("%PDF-[12]\\.[0-9]")) return PDF;
        if (Signs.startsWith(content, 0xFF, 0xD8, 0xFF)) return JPEG;
        if (Signs.startsWith(content, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) return PNG;
        var head = head(content, 12);
        if (head.startsWith("ftyp", 4) && head.length() == 12 && HEIF_BRANDS.contains(head.substring(8))) return HEIC;
        boolean archive = head.startsWith("PK")
                || Signs.startsWith(content, 0x1F, 0x8B)
                || head.startsWith("7z\u00BC\u00AF")
                || head.startsWith("Rar!")
                || content.length > 262 && new String(content, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
        return archive ? ARCHIVE : UNKNOWN;
    }

    private static String head(byte[] content, int length) {
        return new String(content, 0, Math.min(length, content.length), StandardCharsets.ISO_8859_1);
    }
}
