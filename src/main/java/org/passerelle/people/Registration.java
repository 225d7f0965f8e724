package org.passerelle.people;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of a person brought in or changed.
public sealed interface Registration {

    /// The person stands.
    ///
    /// @param findings what deserves attention (WARN, INFO)
    record Registered(Person person, List<Finding> findings) implements Registration {}

    /// The law or the house refuses; nothing was written.
    record Refused(List<Finding> findings) implements Registration {}
}
