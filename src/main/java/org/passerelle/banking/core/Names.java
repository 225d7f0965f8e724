package org.passerelle.banking.core;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// A name as a set of words: accents, order, legal forms and titles do not count.
record Names(Set<String> words) {

    private static final Set<String> IDLE = Set.of(
            "SA",
            "SAS",
            "SASU",
            "SARL",
            "EURL",
            "SCI",
            "SNC",
            "SCOP",
            "SCIC",
            "SCP",
            "SELARL",
            "EI",
            "GIE",
            "STE",
            "SOCIETE",
            "ETS",
            "M",
            "MR",
            "MME",
            "MLLE",
            "MONSIEUR",
            "MADAME",
            "OU",
            "ET",
            "DE",
            "DU",
            "DES",
            "LA",
            "LE",
            "LES",
            "L",
            "D");

    static Names of(String text) {
        return new Names(
                Arrays.stream(InvoiceNumbers.fold(text.replace("œ", "oe").replace("Œ", "OE"))
                                .split("[^A-Z0-9]+"))
                        .filter(word -> !word.isEmpty() && !IDLE.contains(word))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// The same words, or one name cut short by the bank: all its words, two at least, are in the other.
    boolean sameAs(Names other) {
        if (words.isEmpty() || other.words.isEmpty()) return false;
        if (words.equals(other.words)) return true;
        var shorter = words.size() < other.words.size() ? words : other.words;
        var longer = shorter == words ? other.words : words;
        return shorter.size() >= 2 && longer.containsAll(shorter);
    }
}
