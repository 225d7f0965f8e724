package org.passerelle.contracts;

import java.time.Instant;
import java.util.List;
import org.passerelle.kernel.DocumentId;

/// The client's own contract, annexed to the amendment that completes it (PS-56).
///
/// @param version 1, 2 … the last one counts
/// @param fileName as it was called where it came from
/// @param has ids of the mentions that somebody found in it
/// @param by who looked
public record ClientPaper(
        int version, DocumentId document, String sha256, String fileName, List<String> has, Instant at, String by) {

    /// As it is called within our file.
    public static final String ANNEX = "contrat-du-client.pdf";

    public ClientPaper {
        has = List.copyOf(has);
    }

    /// Of all that a client's contract must say, what this one does not.
    ///
    /// @param mentions the nine of L1254-23
    public List<Mention> lacks(List<Mention> mentions) {
        return mentions.stream().filter(one -> !has.contains(one.id())).toList();
    }
}
