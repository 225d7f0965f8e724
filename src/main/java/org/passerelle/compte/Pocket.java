package org.passerelle.compte;

/// The parts of an activity account, each an account of the book.
public enum Pocket {
    AVAILABLE("901100"),
    RESERVE("901200"),
    LEAVE("901300"),
    /// What the operator advanced and takes back from collections: never above zero (SW-07).
    ADVANCE("901400");

    private final String account;

    Pocket(String account) {
        this.account = account;
    }

    public String account() {
        return account;
    }

    static Pocket of(String account) {
        for (Pocket pocket : values()) {
            if (account.startsWith(pocket.account.substring(0, 4))) return pocket;
        }
        throw new IllegalArgumentException("no activity account: " + account);
    }
}
