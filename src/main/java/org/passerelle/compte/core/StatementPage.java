package org.passerelle.compte.core;

/// The monthly statement as a PDF/A-3b file.
public final class StatementPage {

    private StatementPage() {}

    public static byte[] render(StatementDocument statement) {
        throw new UnsupportedOperationException();
    }
}
