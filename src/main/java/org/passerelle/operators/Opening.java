package org.passerelle.operators;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of an entity brought in or changed.
public sealed interface Opening {

    /// It stands.
    ///
    /// @param findings what deserves attention (WARN, INFO)
    record Opened(Operator operator, List<Finding> findings) implements Opening {}

    /// The law refuses; nothing was written.
    record Refused(List<Finding> findings) implements Opening {}
}
