package org.passerelle.workspace.core;

import java.util.Arrays;
import java.util.Optional;

/// What a receipt may be, told by its first bytes and never by its name (S-35).
public enum FileKind {
    PDF("application/pdf", 0x25, 0x50, 0x44, 0x46, 0x2D),
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);

    /// 10 MB.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private final String mediaType;
    private final int[] start;

    FileKind(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Empty when the content is none of these.
    public static Optional<FileKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < start.length) return false;
        for (int i = 0; i < start.length; i++) {
            if ((content[i] & 0xFF) != start[i]) return false;
        }
        return true;
    }
}
