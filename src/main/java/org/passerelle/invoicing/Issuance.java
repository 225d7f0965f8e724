package org.passerelle.invoicing;

import java.util.List;
import org.passerelle.invoicing.core.Obstacle;

/// What became of the wish to issue.
public sealed interface Issuance {

    record Issued(IssuedInvoice invoice) implements Issuance {}

    /// Nothing was numbered; every obstacle is named.
    record Refused(DraftInvoice draft, List<Obstacle> obstacles) implements Issuance {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// The same intent came before with another content: 422.
    record Conflict() implements Issuance {}
}
