package org.passerelle.kernel;

/// A text that is not the value it should be: a SIREN with a wrong key, a date that is none.
/// The sentence for the reader is the message `value.<code>` of the message files, with the refused text as {0}.
/// Sensitive values (NIR, IBAN) are never repeated in it.
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String text;

    /// @param code key of the sentence below `value.`, for instance `siren.key`
    /// @param text what was refused, or an empty text when it must not be shown
    public InvalidValue(String code, String text) {
        super(text.isEmpty() ? code : code + ": " + text);
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
