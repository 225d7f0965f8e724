package org.passerelle.invoicing;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What became of the wish to issue.
public sealed interface Issuance {

    record Issued(IssuedInvoice invoice) implements Issuance {}

    /// Nothing was numbered; every obstacle is named.
    record Refused(DraftInvoice draft, List<Finding> findings) implements Issuance {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /// The same intent came before with another content: 422.
    record Conflict() implements Issuance {}
}
