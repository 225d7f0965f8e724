package org.passerelle.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Service;

/// The activity reports of the entities in scope.
@Service
public class Activity {

    /// Replaces the lines of the person's report of the month, opened when there is none.
    /// Refused: more than a full day in a day, a day outside its mission or month, a locked report.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    public Reporting save(PersonId person, Month month, List<ActivityDay> days, UUID intent) {
        throw new UnsupportedOperationException();
    }

    /// Hands the report to the gestionnaire. Submitting what is submitted changes nothing.
    public Reporting submit(ActivityReportId report) {
        throw new UnsupportedOperationException();
    }

    /// Locks the report and says so ([ActivityApproved]). Approving what is approved changes nothing.
    public Reporting approve(ActivityReportId report) {
        throw new UnsupportedOperationException();
    }

    /// Gives the report back with a reason the worker reads.
    public Reporting giveBack(ActivityReportId report, String reason) {
        throw new UnsupportedOperationException();
    }

    public Optional<ActivityReport> find(ActivityReportId id) {
        throw new UnsupportedOperationException();
    }

    /// @throws java.util.NoSuchElementException when the scope has no such report
    public ActivityReport get(ActivityReportId id) {
        return find(id).orElseThrow();
    }

    public Optional<ActivityReport> of(PersonId person, Month month) {
        throw new UnsupportedOperationException();
    }

    /// The entity's reports of a month.
    public List<ActivityReport> all(OperatorId operator, Month month) {
        throw new UnsupportedOperationException();
    }

    /// The reports that wait for the gestionnaire, oldest month first.
    public List<ActivityReport> waiting(OperatorId operator) {
        throw new UnsupportedOperationException();
    }
}
