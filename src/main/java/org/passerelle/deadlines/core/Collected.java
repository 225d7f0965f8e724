package org.passerelle.deadlines.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.deadlines.Actor;
import org.passerelle.deadlines.Deadline;
import org.passerelle.deadlines.Nature;
import org.passerelle.deadlines.Subject;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;

/// What the clocks add to, with the situation and the law they ask.
final class Collected {

    private final Situation situation;
    private final Laws laws;
    private final List<Deadline> found = new ArrayList<>();

    Collected(Situation situation, Laws laws) {
        this.situation = situation;
        this.laws = laws;
    }

    Situation situation() {
        return situation;
    }

    /// The law of the day that starts the clock; of today for a day to come, since nobody knows next year's figures,
    /// and for a day before our figures begin.
    Law law(LocalDate start, String parameter) {
        var law = laws.on(start.isAfter(situation.today()) ? situation.today() : start);
        return law.covers(parameter) ? law : laws.on(situation.today());
    }

    Law today() {
        return laws.on(situation.today());
    }

    /// `"12, 6, 3, 1"` as whole numbers.
    int[] steps(String parameter) {
        return Arrays.stream(today().text(parameter).split(", *"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    Clock duty(String rule, String variant) {
        return new Clock(rule, variant, Nature.DUTY);
    }

    Clock milestone(String rule, String variant) {
        return new Clock(rule, variant, Nature.MILESTONE);
    }

    List<Deadline> all() {
        return found.stream().sorted(Deadline.BY_DAY).toList();
    }

    /// A clock while it is described.
    final class Clock {

        private final String rule;
        private final String variant;
        private final Nature nature;
        private String occurrence = "";
        private Subject subject = Subject.of(situation.operator().id());
        private @Nullable PersonId person;
        private Actor actor = Actor.GESTIONNAIRE;
        private List<LocalDate> alerts = List.of();
        private final Map<String, String> data = new TreeMap<>();
        private final Map<String, LocalDate> versions = new TreeMap<>();

        private Clock(String rule, String variant, Nature nature) {
            this.rule = rule;
            this.variant = variant;
            this.nature = nature;
        }

        Clock about(Subject subject, @Nullable PersonId person) {
            this.subject = subject;
            this.person = person;
            return this;
        }

        Clock by(Actor actor) {
            this.actor = actor;
            return this;
        }

        Clock number(Object occurrence) {
            this.occurrence = occurrence.toString();
            return this;
        }

        Clock with(String name, Object value) {
            data.put(name, value.toString());
            return this;
        }

        Clock using(Law law, String... parameters) {
            versions.putAll(law.versions(parameters));
            return this;
        }

        Clock alertedOn(List<LocalDate> days) {
            alerts = days;
            return this;
        }

        void dueOn(LocalDate due) {
            if (due.isBefore(situation.since())) return;
            var recalled = alerts.isEmpty() ? usual(due) : alerts;
            found.add(new Deadline(
                    situation.operator().id(),
                    rule,
                    variant,
                    occurrence,
                    nature,
                    subject,
                    person,
                    due,
                    recalled,
                    actor,
                    today().text("article_" + rule),
                    data,
                    versions));
        }

        private List<LocalDate> usual(LocalDate due) {
            return Arrays.stream(steps("DEADLINE_ALERT_DAYS"))
                    .mapToObj(due::minusDays)
                    .toList();
        }
    }
}
