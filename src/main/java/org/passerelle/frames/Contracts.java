package org.passerelle.frames;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;

/// What the law allows of a contract's length and renewals. All findings at once; none means that it may be done.
public final class Contracts {

    private Contracts() {}

    /// A fixed-term contract of portage: at most 18 months with at most two renewals (PS-43), then at most three
    /// months more to look for clients, outside that count (PS-44).
    ///
    /// @param end last day of the mission's term, renewals included
    /// @param renewals how often it is renewed in all
    /// @param prospectingUntil last day after a postponement to look for clients, or null
    public static List<Finding> fixedTerm(
            LocalDate start, LocalDate end, int renewals, @Nullable LocalDate prospectingUntil, Law law) {
        var found = new ArrayList<Finding>();
        int months = law.number("CDD_MAX_MONTHS");
        if (end.isAfter(lastDay(start, months))) {
            found.add(refuse("PS-43", "length", "CDD_MAX_MONTHS", months, law));
        }
        int most = law.number("CDD_MAX_RENEWALS");
        if (renewals > most) found.add(refuse("PS-43", "renewals", "CDD_MAX_RENEWALS", most, law));
        int more = law.number("CDD_PROSPECTING_MONTHS");
        if (prospectingUntil != null) {
            var term = end.plusDays(1).plusMonths(more).minusDays(1);
            var longest = lastDay(start, months + more);
            if (prospectingUntil.isAfter(term.isBefore(longest) ? term : longest)) {
                found.add(refuse("PS-44", "", "CDD_PROSPECTING_MONTHS", more, law));
            }
        }
        return found;
    }

    /// A contrat d'appui: each period at most 12 months, at most two renewals however short they are (CA-31).
    ///
    /// @param periods first one first, then each renewal
    public static List<Finding> supportContract(List<Period> periods, Law law) {
        var found = new ArrayList<Finding>();
        int months = law.number("CAPE_MAX_MONTHS");
        boolean tooLong = periods.stream().anyMatch(p -> p.toTotalMonths() + (p.getDays() > 0 ? 1 : 0) > months);
        if (tooLong) found.add(refuse("CA-31", "length", "CAPE_MAX_MONTHS", months, law));
        int most = law.number("CAPE_MAX_RENEWALS");
        if (periods.size() - 1 > most) found.add(refuse("CA-31", "renewals", "CAPE_MAX_RENEWALS", most, law));
        return found;
    }

    /// Day on which a CESA ends by law unless the person is a member: three years, less earlier contracts (CA-03).
    public static LocalDate associationDeadline(LocalDate signed, Period earlierContracts, Law law) {
        return signed.plusMonths(law.number("CESA_ASSOCIATION_MONTHS")).minus(earlierContracts);
    }

    /// Longest trial period of a CESA, renewal included, in months: eight, less earlier contracts (CA-04, CA-35).
    public static int longestTrialMonths(Period earlierContracts, Law law) {
        int earlier = (int) earlierContracts.toTotalMonths() + (earlierContracts.getDays() > 0 ? 1 : 0);
        return Math.max(0, law.number("CESA_TRIAL_MAX_MONTHS") - earlier);
    }

    /// Last day of so many months from a first day: 5 January and 18 months is 4 July of the next year.
    private static LocalDate lastDay(LocalDate start, int months) {
        return start.plusMonths(months).minusDays(1);
    }

    private static Finding refuse(String rule, String variant, String parameter, int limit, Law law) {
        return new Finding(
                rule,
                variant,
                Severity.REFUSE,
                law.text("article_" + rule),
                Map.of("limit", Integer.toString(limit)),
                law.versions(parameter),
                law.day());
    }
}
