package org.passerelle.documents.intake;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.passerelle.kernel.InvalidValue;

/// The build of a PNG, chunk by chunk, before anything decodes it.
final class Pngs {

    private static final int HEAD = 8;
    private static final int IEND = 0x49454E44;

    private Pngs() {}

    /// @throws InvalidValue `file.damaged` when a chunk is cut or altered, `file.polyglot` when anything follows
    static void check(byte[] content) {
        var buffer = ByteBuffer.wrap(content).position(HEAD);
        while (buffer.remaining() >= 12) {
            int length = buffer.getInt();
            if (length < 0 || length > buffer.remaining() - 8) throw new InvalidValue("file.damaged", "");
            int from = buffer.position();
            int type = buffer.getInt();
            buffer.position(from + 4 + length);
            var crc = new CRC32();
            crc.update(content, from, 4 + length);
            if ((int) crc.getValue() != buffer.getInt()) throw new InvalidValue("file.damaged", "");
            if (type != IEND) continue;
            if (buffer.hasRemaining()) throw new InvalidValue("file.polyglot", "");
            return;
        }
        throw new InvalidValue("file.damaged", "");
    }
}
