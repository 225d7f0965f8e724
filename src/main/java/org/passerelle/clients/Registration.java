package org.passerelle.clients;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of a client brought in or changed.
public sealed interface Registration {

    /// The client stands.
    ///
    /// @param findings what deserves attention (WARN, INFO)
    record Registered(Client client, List<Finding> findings) implements Registration {}

    /// The law or the house refuses; nothing was written.
    record Refused(List<Finding> findings) implements Registration {}
}
