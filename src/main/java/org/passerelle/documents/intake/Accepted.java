package org.passerelle.documents.intake;

/// A file that may be stored.
///
/// @param mediaType by its content
/// @param ending `.pdf`, `.jpg`, `.png`
public record Accepted(String mediaType, String ending, byte[] content) {

    private static final int LONGEST_NAME = 80;

    /// A name for it: what it was called, without folders and signs that mislead, and the ending of what it is.
    ///
    /// @param otherwise when nothing is left of the name
    public String named(String fileName, String otherwise) {
        var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var base = last.replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .replaceAll("[^\\p{L}\\p{N} _()-]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (base.isEmpty()) base = otherwise;
        return (base.length() > LONGEST_NAME ? base.substring(0, LONGEST_NAME) : base) + ending;
    }
}
