package org.passerelle.cli;

/// A field of a case that is not what it should be. It spoils its own case and no other.
final class BadField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /// @param field path inside the case: `input.mutuelle.monthly`
    BadField(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
