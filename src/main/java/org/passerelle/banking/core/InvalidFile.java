package org.passerelle.banking.core;

import java.util.List;

/// A file that cannot be trusted, with the place and the reason. The sentence for the reader is the message
/// `banking.file.<code>` with [#data] as {0}, {1} ….
public final class InvalidFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int line;
    private final int column;
    private final transient List<String> data;

    /// @param line first line is 1; 0 when the place is the whole file
    /// @param column first column is 1; 0 when unknown
    public InvalidFile(String code, int line, int column, String... data) {
        super(code + " at line " + line + ", column " + column + (data.length == 0 ? "" : ": " + List.of(data)));
        this.code = code;
        this.line = line;
        this.column = column;
        this.data = List.of(data);
    }

    public String code() {
        return code;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public List<String> data() {
        return data;
    }
}
