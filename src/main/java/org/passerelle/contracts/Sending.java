package org.passerelle.contracts;

import java.util.List;

/// What came of sending a paper to be signed.
public sealed interface Sending {

    record Sent(Contract contract) implements Sending {}

    /// A mandatory mention is missing: nobody may sign, and nothing was sent.
    record Incomplete(List<Missing> missing) implements Sending {

        public Incomplete {
            missing = List.copyOf(missing);
        }
    }
}
