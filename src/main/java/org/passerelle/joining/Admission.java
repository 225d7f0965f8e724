package org.passerelle.joining;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of taking somebody on.
public sealed interface Admission {

    /// Person, client and mission stand; the employment contract is drafted.
    record Done(Application application) implements Admission {}

    /// The law or the house refuses; nothing was written.
    record Refused(List<Finding> findings) implements Admission {

        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
