package org.passerelle.law;

/// A parameter file that cannot be trusted. Start-up ends here.
public final class BadLawFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadLawFile(String file, String key, String problem) {
        super("law/" + file + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
    }
}
