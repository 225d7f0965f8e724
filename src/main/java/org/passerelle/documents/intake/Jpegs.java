package org.passerelle.documents.intake;

import org.passerelle.kernel.InvalidValue;

/// The build of a JPEG, marker by marker, before anything decodes it.
final class Jpegs {

    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int APP1 = 0xE1;

    private Jpegs() {}

    /// @throws InvalidValue `file.damaged` without its end, `file.polyglot` when another file follows
    static void check(byte[] content) {
        int end = end(content);
        if (end < 0) throw new InvalidValue("file.damaged", "");
        if (end < content.length && Signs.holdsOtherFile(content, end)) throw new InvalidValue("file.polyglot", "");
    }

    /// The first byte after the picture; -1 when its end is missing.
    private static int end(byte[] content) {
        int at = 2;
        while (at + 1 < content.length) {
            if ((content[at] & 0xFF) != 0xFF) return -1;
            int marker = content[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++; // fill bytes
                continue;
            }
            if (marker == EOI) return at + 2;
            if (marker >= 0xD0 && marker <= 0xD7 || marker == 0x01) {
                at += 2;
                continue;
            }
            int length = length(content, at + 2);
            if (length < 2) return -1;
            at += 2 + length;
            if (marker == SOS) at = afterScan(content, at);
        }
        return -1;
    }

    /// Past the coded picture: FF 00 and restarts belong to it.
    private static int afterScan(byte[] content, int from) {
        for (int at = from; at + 1 < content.length; at++) {
            if ((content[at] & 0xFF) != 0xFF) continue;
            int next = content[at + 1] & 0xFF;
            if (next != 0 && (next < 0xD0 || next > 0xD7)) return at;
        }
        return content.length;
    }

    private static int length(byte[] content, int at) {
        return at + 1 < content.length ? (content[at] & 0xFF) << 8 | content[at + 1] & 0xFF : -1;
    }

    /// How the camera was held: 1 to 8 as Exif has it, 1 when it says nothing.
    static int orientation(byte[] content) {
        int at = 2;
        while (at + 10 < content.length && (content[at] & 0xFF) == 0xFF) {
            int marker = content[at + 1] & 0xFF;
            int length = length(content, at + 2);
            if (marker == SOS || length < 2 || at + 2 + length > content.length) return 1;
            if (marker == APP1 && Signs.text(content, at + 4, at + 8).equals("Exif")) {
                return exif(content, at + 10, at + 2 + length);
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int exif(byte[] content, int base, int end) {
        if (base + 8 > end) return 1;
        boolean little = content[base] == 'I';
        long first = number(content, base + 4, 4, little, end);
        if (first < 8 || base + first + 2 > end) return 1;
        int entries = (int) number(content, (int) (base + first), 2, little, end);
        for (int i = 0; i < entries; i++) {
            int entry = (int) (base + first + 2 + 12L * i);
            if (entry + 12 > end) return 1;
            if (number(content, entry, 2, little, end) == 0x0112) {
                int held = (int) number(content, entry + 8, 2, little, end);
                return held >= 1 && held <= 8 ? held : 1;
            }
        }
        return 1;
    }

    private static long number(byte[] content, int at, int bytes, boolean little, int end) {
        if (at < 0 || at + bytes > end) return -1;
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | content[little ? at + bytes - 1 - i : at + i] & 0xFF;
        }
        return value;
    }
}
