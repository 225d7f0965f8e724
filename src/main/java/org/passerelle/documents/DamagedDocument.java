package org.passerelle.documents;

import org.passerelle.kernel.DocumentId;

/// The stored content is not what was stored: nothing of it is handed out.
public final class DamagedDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedDocument(DocumentId id) {
        super("document " + id + " does not match its hash");
    }
}
