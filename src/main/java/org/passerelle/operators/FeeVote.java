package org.passerelle.operators;

import java.time.LocalDate;

/// The general meeting's vote on a cooperative contribution (CA-14, C. trav. R7331-8).
///
/// @param votedOn day of the meeting
/// @param statutesRef where the statutes lay down the principle: « article 21 des statuts »
public record FeeVote(LocalDate votedOn, String statutesRef) {

    public FeeVote {
        Checked.text("statutes_ref", statutesRef);
    }
}
