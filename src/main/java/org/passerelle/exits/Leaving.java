package org.passerelle.exits;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.people.Employment;

/// What the house knows of somebody who might leave.
///
/// @param trialRenewed the trial was renewed (PS-49)
/// @param earlier length of earlier contracts with the same cooperative (CA-03, CA-35)
/// @param grosses gross of each month paid under the contract, the last one last, end indemnities left out
/// @param available disponible of the account; negative when pay was advanced
/// @param reserve what was set aside (PS-66), employer charges included
/// @param leave provision for paid leave (PS-69), employer charges included
public record Leaving(
        Employment employment,
        boolean trialRenewed,
        Period earlier,
        List<Money> grosses,
        Money available,
        Money reserve,
        Money leave) {

    public Leaving {
        grosses = List.copyOf(grosses);
    }

    /// What is asked of the simulator.
    ///
    /// @param start the day on which it begins: told, signed
    /// @param received when the administration receives the request of an agreed termination; null: the first day
    /// @param noticeDays notice of a resignation as contract or usage has it, in calendar days; 0 to 365
    /// @param openEndedFollows a permanent contract follows a fixed-term one
    public record Wish(
            Way way, LocalDate start, @Nullable LocalDate received, int noticeDays, boolean openEndedFollows) {}
}
