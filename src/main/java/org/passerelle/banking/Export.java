package org.passerelle.banking;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of the wish for a payment file.
public sealed interface Export {

    record Exported(PaymentFile file) implements Export {}

    /// Nothing was written: nobody to pay, or the one who prepared may not export alone (four eyes, S-16).
    record Refused(List<Finding> findings) implements Export {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
