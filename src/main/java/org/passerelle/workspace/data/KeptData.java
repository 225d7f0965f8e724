package org.passerelle.workspace.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Law;

/// How long each kind of data is kept (RG-02).
///
/// @param kind key of its name
/// @param years after the event named by `kind`, from the law of the day
/// @param until the last day for this person, null while it is not known because the contract runs
/// @param article that says so
public record KeptData(String kind, int years, @Nullable LocalDate until, String article) {

    /// The table for somebody; payslips stay open to them until the later of so many years and the age of the law.
    ///
    /// @param exit the last day of the contract, null while it runs
    public static List<KeptData> of(Law law, LocalDate birth, @Nullable LocalDate exit) {
        var kept = new ArrayList<KeptData>();
        for (var kind : List.of("CONTRACT", "PAYSLIP_COPY", "REGISTER", "CONTRIBUTIONS", "HOURS", "ACCOUNTING")) {
            var code = "RETENTION_" + kind + "_YEARS";
            int years = law.number(code);
            kept.add(new KeptData(kind, years, exit == null ? null : exit.plusYears(years), law.article(code)));
        }
        int years = law.number("RETENTION_PAYSLIP_YEARS");
        var aged = birth.plusYears(law.number("RETENTION_PAYSLIP_AGE"));
        var later = exit == null || exit.plusYears(years).isBefore(aged) ? aged : exit.plusYears(years);
        kept.add(new KeptData("PAYSLIP", years, later, law.article("RETENTION_PAYSLIP_YEARS")));
        return List.copyOf(kept);
    }
}
