package org.passerelle.deadlines.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.deadlines.Actor;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.frames.Sums;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.law.Delays;
import org.passerelle.law.WorkingDays;
import org.passerelle.missions.Mission;
import org.passerelle.missions.PriceMode;

/// The clocks of a mission: signature, greatest length, vigilance, withdrawal of a consumer.
final class MissionClocks {

    private MissionClocks() {}

    static void collect(Collected found, Mission mission) {
        var client = found.situation().client(mission.client());
        if (found.situation().operator().frame() == Frame.PORTAGE_SALARIAL) {
            signature(found, mission);
            length(found, mission);
        }
        vigilance(found, mission);
        if (client.isConsumer()) withdrawal(found, mission);
    }

    // PS-55
    private static void signature(Collected found, Mission mission) {
        var situation = found.situation();
        var about = Subject.of(mission.id());
        if (situation.last(FactKind.COMMERCIAL_CONTRACT_SIGNED, about).isPresent()) return;
        var start = mission.terms().dates().start();
        var law = found.law(start, "COMMERCIAL_CONTRACT_DAYS");
        found.duty("PS-55", "sign")
                .about(about, mission.person())
                .with("start", start)
                .with("mission", mission.terms().title())
                .using(law, "COMMERCIAL_CONTRACT_DAYS")
                .dueOn(Delays.commercialContract(start, situation.days(), law));
    }

    // PS-10, counted from the first day of the same service for the client, gaps included (as the frame counts it)
    private static void length(Collected found, Mission mission) {
        if (mission.terms().dates().end().isBefore(found.situation().today())) return;
        var first = sameClient(found, mission)
                .filter(other -> other.terms().activity().equals(mission.terms().activity()))
                .map(other -> other.terms().dates().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var law = found.law(first, "PS_MISSION_MAX_MONTHS");
        int most = law.number("PS_MISSION_MAX_MONTHS");
        found.milestone("PS-10", "end")
                .about(Subject.of(mission.id()), mission.person())
                .with("first", first)
                .with("months", most)
                .with("mission", mission.terms().title())
                .using(law, "PS_MISSION_MAX_MONTHS")
                .alertedOn(Arrays.stream(found.steps("MISSION_ALERT_MONTHS"))
                        .mapToObj(first::plusMonths)
                        .toList())
                .dueOn(Trial.lastDay(first, most));
    }

    // KY-10: at conclusion, then every six months until the end; the next one only. For a mandator the house is the
    // buyer and collects, else it hands its own papers to the client.
    private static void vigilance(Collected found, Mission mission) {
        var situation = found.situation();
        var dates = mission.terms().dates();
        var law = found.law(dates.start(), "vigilance_threshold");
        var whole = sameClient(found, mission).map(MissionClocks::value).reduce(Money.ZERO, Money::plus);
        if (!Sums.vigilanceFile(whole, law)) return;
        boolean collects = situation.operator().frame() == Frame.PORTAGE_ENTREPRENEURIAL;
        var client = situation.client(mission.client());
        // a private individual checks one document only (D8222-4)
        var variant = collects ? "collect" : client.isConsumer() ? "certificate" : "publish";
        int rhythm = law.number("vigilance_months");
        int number = 0;
        for (var due = dates.start();
                !due.isAfter(dates.end());
                due = dates.start().plusMonths((long) rhythm * number)) {
            found.duty("KY-10", variant)
                    .about(Subject.of(mission.id()), mission.person())
                    .number(number)
                    .with("mission", mission.terms().title())
                    .with("client", client.name())
                    .using(law, "vigilance_threshold", "vigilance_months")
                    .dueOn(due);
            if (due.isAfter(situation.today())) return;
            number++;
        }
    }

    // CO-03, CO-04, CO-05
    private static void withdrawal(Collected found, Mission mission) {
        var situation = found.situation();
        var about = Subject.of(mission.id());
        var offPremises = situation.last(FactKind.SOLD_OFF_PREMISES, about);
        var concluded = offPremises.isPresent() ? offPremises : situation.last(FactKind.SOLD_AT_A_DISTANCE, about);
        if (concluded.isEmpty()) return;
        var law = found.law(concluded.get(), "consumer_withdrawal_days");
        var last = lastDayToWithdraw(concluded.get(), law.number("consumer_withdrawal_days"), situation.days());
        found.milestone("CO-03", "withdrawal")
                .about(about, mission.person())
                .with("concluded", concluded.get())
                .with("mission", mission.terms().title())
                .using(law, "consumer_withdrawal_days")
                .dueOn(last);
        var start = mission.terms().dates().start();
        if (!start.isAfter(last)
                && situation.last(FactKind.EARLY_START_ASKED, about).isEmpty()) {
            found.duty("CO-04", "request")
                    .about(about, mission.person())
                    .by(Actor.FREELANCER)
                    .with("last", last)
                    .with("mission", mission.terms().title())
                    .dueOn(start);
        }
        payment(found, mission, offPremises);
    }

    private static void payment(Collected found, Mission mission, Optional<LocalDate> offPremises) {
        if (offPremises.isEmpty()) return;
        var law = found.law(offPremises.get(), "off_premises_payment_days");
        found.milestone("CO-05", "payment")
                .about(Subject.of(mission.id()), mission.person())
                .with("mission", mission.terms().title())
                .using(law, "off_premises_payment_days")
                .dueOn(offPremises.get().plusDays(law.number("off_premises_payment_days")));
    }

    /// Interpretation: a last day that is a Saturday, a Sunday or a holiday moves to the next working day (C. conso.
    /// L221-19); nobody is worse off by it.
    private static LocalDate lastDayToWithdraw(LocalDate concluded, int length, WorkingDays days) {
        var last = concluded.plusDays(length);
        return days.isOuvre(last) ? last : days.plusOuvres(last, 1);
    }

    private static Stream<Mission> sameClient(Collected found, Mission mission) {
        return found.situation().missions().stream()
                .filter(other -> other.person().equals(mission.person())
                        && other.client().equals(mission.client()));
    }

    /// The whole operation excl. VAT, as foreseen: a fixed price, or the price of a day over the days foreseen.
    private static Money value(Mission mission) {
        var terms = mission.terms();
        if (terms.mode() == PriceMode.FIXED) return terms.price();
        var days = terms.daysPerMonth().multiply(BigDecimal.valueOf(terms.months()));
        return terms.pricePerDay().exact().times(days).roundHalfUp();
    }
}
