package org.passerelle.banking;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of a person's word on a waiting line.
public sealed interface Assignment {

    record Assigned(BankLine line) implements Assignment {}

    /// Nothing was written; every obstacle is named.
    record Refused(List<Finding> findings) implements Assignment {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
