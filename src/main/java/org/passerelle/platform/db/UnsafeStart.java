package org.passerelle.platform.db;

import java.util.List;

/// The application does not start: a setting breaks a promise that nothing later could keep (reliability.md §3.7,
/// S-41).
public final class UnsafeStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// One setting that is not safe.
    ///
    /// @param setting its name
    /// @param found what it is; never a password
    /// @param remedy what to do, in one sentence
    public record Unsafe(String setting, String found, String remedy) {

        @Override
        public String toString() {
            return setting + " is " + found + ". " + remedy;
        }
    }

    private final transient List<Unsafe> all;

    public UnsafeStart(List<Unsafe> all) {
        super(all.size() + " unsafe: "
                + String.join(" ", all.stream().map(Unsafe::toString).toList()));
        this.all = List.copyOf(all);
    }

    public UnsafeStart(String setting, String found, String remedy) {
        this(List.of(new Unsafe(setting, found, remedy)));
    }

    public List<Unsafe> all() {
        return all;
    }
}
