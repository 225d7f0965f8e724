package org.passerelle.activity;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of a report saved, submitted, approved or given back.
public sealed interface Reporting {

    /// It was done; the report carries its warnings.
    record Accepted(ActivityReport report) implements Reporting {}

    /// A rule refuses; nothing was written.
    record Refused(List<Finding> findings) implements Reporting {}
}
