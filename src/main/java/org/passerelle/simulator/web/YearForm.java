package org.passerelle.simulator.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.simulator.core.Employee;
import org.passerelle.simulator.core.MonthPlan;

/// Twelve months as typed: `m1` … `m12`, turnover without VAT.
///
/// @param smoothed most gross a month, or null when everything available is paid
record YearForm(
        Employee employee,
        HouseFields house,
        List<MonthPlan> plans,
        @Nullable Money smoothed) {

    static final String[] EXAMPLE = {
        "9000", "4500", "7200", "12000", "4000", "7200", "9500", "0", "6800", "8200", "7200", "3000"
    };

    static @Nullable YearForm read(Inputs in, LocalDate today) {
        var frame = in.choice("cadre", "portage", "cae");
        var smoothed = in.money("lisse", Money.of("100000"));
        var expenses = in.money("frais", Money.ZERO, Money.of("100000"));
        var turnovers = new ArrayList<Money>(12);
        for (int i = 1; i <= 12; i++) {
            turnovers.add(in.money("m" + i, Money.of(EXAMPLE[i - 1]), Money.of("1000000")));
        }
        var house = HouseFields.read(in, today);
        if (in.wrong()) return null;
        var plans = new ArrayList<MonthPlan>(12);
        for (int i = 1; i <= 12; i++) {
            var turnover = turnovers.get(i - 1);
            // expenses go with work
            plans.add(new MonthPlan(
                    Month.of(house.month().year(), i),
                    turnover,
                    turnover.isPositive() ? expenses : Money.ZERO,
                    null,
                    smoothed));
        }
        return new YearForm(frame.equals("cae") ? house.cooperative() : house.portage(), house, plans, smoothed);
    }

    static String[] months() {
        var names = new String[12];
        for (int i = 1; i <= 12; i++) names[i - 1] = "m" + i;
        return names;
    }
}
