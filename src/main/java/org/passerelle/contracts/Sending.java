package org.passerelle.contracts;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of sending a paper to be signed.
public sealed interface Sending {

    record Sent(Contract contract) implements Sending {}

    /// A mandatory mention is missing: nobody may sign, and nothing was sent.
    record Incomplete(List<Missing> missing) implements Sending {

        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /// The law does not allow what it says (PS-43, PS-44, CA-31): nothing was sent.
    record Unlawful(List<Finding> findings) implements Sending {

        public Unlawful {
            findings = List.copyOf(findings);
        }
    }
}
