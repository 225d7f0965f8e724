package org.passerelle.documents.pdf;

import java.util.zip.Deflater;

/// Compression for FlateDecode.
final class Deflate {

    private Deflate() {}

    static byte[] best(byte[] plain) {
        return compress(plain, plain.length, Deflater.BEST_COMPRESSION);
    }

    static byte[] fast(byte[] plain, int length) {
        return compress(plain, length, 4);
    }

    private static byte[] compress(byte[] plain, int length, int level) {
        try (var deflater = new Deflater(level)) {
            deflater.setInput(plain, 0, length);
            deflater.finish();
            var out = new Bytes(Math.max(256, length / 3));
            var chunk = new byte[8192];
            while (!deflater.finished()) out.add(chunk, 0, deflater.deflate(chunk));
            return out.toByteArray();
        }
    }
}
