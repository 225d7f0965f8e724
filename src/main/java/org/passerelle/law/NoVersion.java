package org.passerelle.law;

import java.time.LocalDate;

/// The law does not say, or we do not know what it says on that day (P-00): never a guess.
public final class NoVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final LocalDate day;

    NoVersion(String code, LocalDate day) {
        super("no version of " + code + " covers " + day);
        this.code = code;
        this.day = day;
    }

    public String code() {
        return code;
    }

    public LocalDate day() {
        return day;
    }
}
