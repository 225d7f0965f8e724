package org.passerelle.missions;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Finding;

/// What must be there before work on a mission begins, told by modules that this one does not know: signed papers,
/// a declaration. Work that is refused here is not reported, so it is never invoiced or paid.
public interface StartGate {

    /// @param day the first day of work asked about
    /// @return everything that keeps the work from beginning, each with its article; empty: it may begin
    List<Finding> unmet(Mission mission, LocalDate day);
}
