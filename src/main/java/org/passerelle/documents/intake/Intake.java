package org.passerelle.documents.intake;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.passerelle.kernel.InvalidValue;

/// The one guard of files that people hand in (S-33). A file is what its content says, never its name. Pictures are
/// drawn anew, so that nothing but what one sees is kept; a PDF stays as it came, since a seal in it proves something,
/// and is refused when it could do anything but be read.
public enum Intake {
    /// What proves something: no file within the file.
    PROOF(false),
    /// A receipt: it may be an electronic invoice with its XML within (Factur-X).
    RECEIPT(true);

    /// 10 MB.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /// Decoding takes memory: so many at once, the others wait.
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    private final boolean mayHoldInvoice;

    Intake(boolean mayHoldInvoice) {
        this.mayHoldInvoice = mayHoldInvoice;
    }

    /// @return the file as it may be stored
    /// @throws InvalidValue `file.…`, with a sentence that says why and what to do; nothing may be stored then
    public Accepted accept(byte[] content) {
        if (content.length == 0) throw new InvalidValue("file.empty", "");
        if (content.length > MOST_BYTES) throw new InvalidValue("file.size", "");
        if (Signs.isTestVirus(content)) throw new InvalidValue("file.virus", "");
        return switch (FileKind.of(content)) {
            case PDF -> {
                oneOfFew(() -> {
                    Pdfs.check(content, mayHoldInvoice);
                    return content;
                });
                yield new Accepted("application/pdf", ".pdf", content);
            }
            case JPEG -> {
                Jpegs.check(content);
                yield new Accepted("image/jpeg", ".jpg", oneOfFew(() -> Pictures.redrawn(content, "jpeg")));
            }
            case PNG -> {
                Pngs.check(content);
                yield new Accepted("image/png", ".png", oneOfFew(() -> Pictures.redrawn(content, "png")));
            }
            case HEIC -> {
                var jpeg = oneOfFew(() -> Heics.ofThisMachine().jpeg(content));
                Jpegs.check(jpeg);
                yield new Accepted("image/jpeg", ".jpg", oneOfFew(() -> Pictures.redrawn(jpeg, "jpeg")));
            }
            case ARCHIVE -> throw new InvalidValue("file.archive", "");
            case UNKNOWN -> throw new InvalidValue("file.kind", "");
        };
    }

    private static <T> T oneOfFew(Supplier<T> work) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_ONCE.release();
        }
    }
}
