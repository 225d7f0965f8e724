package org.passerelle.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("SW-03: clocks are computed from what is known, marked with a trail, recalled once")
class DeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Autowired
    Deadlines deadlines;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    EveryOperator every;

    @Autowired
    MovableClock clock;

    @Autowired
    CrashingDataSource crashing;

    private Operator operator;
    private Person person;
    private Mission mission;

    @BeforeEach
    void a_house() {
        clock.moveTo(NOW);
        operator = house.has(anOperator());
        person = house.has(operator, aPerson().from("2026-11-02"));
        mission = house.has(person, house.has(operator, aClient()), aMission().from("2026-11-20", "2026-12-31"));
    }

    @AfterEach
    void the_clock_goes_on() {
        clock.reset();
    }

    @Test
    void what_is_known_makes_the_clocks_run() {
        assertThat(the("PS-55", "sign").deadline().due()).isEqualTo("2026-11-23");
        assertThat(the("PS-55", "sign").urgency()).isEqualTo(Urgency.WEEK);
        assertThat(the("PS-45", "deliver").urgency()).isEqualTo(Urgency.LATE);
        assertThat(all()).extracting(Watched::urgency).isSorted();

        tell(new Fact(FactKind.COMMERCIAL_CONTRACT_SIGNED, Subject.of(mission.id()), TODAY), UUID.randomUUID());

        assertThat(all()).noneMatch(watched -> watched.deadline().rule().equals("PS-55"));
    }

    @Test
    void R11_a_date_is_told_once_and_other_content_is_refused() {
        var intent = UUID.randomUUID();
        var fact = new Fact(FactKind.VISIT_HELD, Subject.of(person.id()), TODAY);
        tell(fact, intent);
        tell(fact, intent);

        assertThat(facts()).hasSize(1);
        assertThatThrownBy(
                        () -> tell(new Fact(FactKind.VISIT_HELD, Subject.of(person.id()), TODAY.minusDays(1)), intent))
                .isInstanceOf(IntentReused.class);
        assertThat(trail("deadline.fact_told")).isEqualTo(1);
    }

    @Test
    void a_wrong_date_is_withdrawn_and_stays_in_the_trail() {
        tell(new Fact(FactKind.VISIT_HELD, Subject.of(person.id()), TODAY), UUID.randomUUID());
        var told = facts().getFirst();
        in(() -> {
            deadlines.withdraw(operator.id(), told.id());
            deadlines.withdraw(operator.id(), told.id());
            return null;
        });

        assertThat(facts()).isEmpty();
        assertThat(the("PS-27", "visit").deadline().due()).isEqualTo("2027-02-02");
        assertThat(trail("deadline.fact_withdrawn")).isEqualTo(1);
    }

    @Test
    void S11_a_neighbours_person_or_deadline_does_not_exist() {
        var neighbour = house.has(anOperator());
        var theirs = house.has(neighbour, aPerson().from("2026-11-02"));

        assertThatThrownBy(() -> tell(new Fact(FactKind.VISIT_HELD, Subject.of(theirs.id()), TODAY), UUID.randomUUID()))
                .isInstanceOf(NoSuchElementException.class);
        var id = House.in(
                neighbour.id(),
                () -> deadlines.of(neighbour.id()).getFirst().deadline().id());
        assertThatThrownBy(() -> mark(id, Mark.Kind.DONE, TODAY, "", UUID.randomUUID()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_deadline_is_done_lifted_and_opened_again_with_its_trail() {
        var id = the("PS-45", "deliver").deadline().id();
        var intent = UUID.randomUUID();

        mark(id, Mark.Kind.DONE, TODAY, "", intent);
        mark(id, Mark.Kind.DONE, TODAY, "", intent);
        assertThat(the("PS-45", "deliver").urgency()).isEqualTo(Urgency.OVER);
        mark(id, Mark.Kind.REOPENED, TODAY, "remis à la mauvaise personne", UUID.randomUUID());
        assertThat(the("PS-45", "deliver").urgency()).isEqualTo(Urgency.LATE);
        mark(id, Mark.Kind.LIFTED, TODAY, "repris d’un autre opérateur", UUID.randomUUID());
        assertThat(the("PS-45", "deliver").urgency()).isEqualTo(Urgency.OVER);

        assertThat(trail("deadline.done") + trail("deadline.reopened") + trail("deadline.lifted"))
                .isEqualTo(3);
        assertThatThrownBy(() -> mark(id, Mark.Kind.LIFTED, TODAY, " ", UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("reason.missing"));
        assertThatThrownBy(() -> mark(id, Mark.Kind.DONE, TODAY.plusDays(1), "", UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("day.future"));
    }

    @Test
    void computing_again_changes_nothing_and_what_is_kept_is_what_is_computed() {
        assertThat(recompute()).isPositive();
        assertThat(recompute()).isZero();

        assertThat(count("deadlines.deadline")).isEqualTo(all().size());
    }

    @Test
    void two_servers_at_the_same_moment_recall_each_alert_once() throws Exception {
        var barrier = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 8; i++) {
                done.add(threads.submit(() -> {
                    barrier.await();
                    return recompute();
                }));
            }
            for (var future : done) future.get();
        }

        assertThat(count("deadlines.reminder")).isPositive();
        assertThat(mails()).isEqualTo(1);
        clock.moveTo(NOW.plusSeconds(86_400));
        recompute();
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void R20_after_a_fault_at_any_statement_the_next_hour_does_it_once() {
        int tried = crashing.everyStatement(() -> {
            var fresh = house.has(anOperator());
            house.has(fresh, aPerson().from("2026-11-20"));
            return new CrashingDataSource.UseCase() {
                @Override
                public void act() {
                    House.in(fresh.id(), () -> deadlines.recompute(fresh.id()));
                }

                @Override
                public void verify() {
                    assertThat(count("deadlines.deadline", fresh)).isPositive();
                    assertThat(mails(fresh)).isEqualTo(1);
                }
            };
        });
        assertThat(tried).isGreaterThan(10);
    }

    @Test
    void the_freelancer_sees_what_is_their_own() {
        var someone = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        var mine = house.has(
                operator, aPerson().from("2026-11-02").signedInAs(someone.user().id()));
        recompute();

        var seen = Scopes.call(
                Scope.of("someone", operator.id()),
                () -> deadlines.mine(someone.user().id()));

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(watched -> assertThat(watched.deadline().person()).isEqualTo(mine.id()));
        assertThat(Scopes.call(Scope.NONE, () -> deadlines.mine(someone.user().id())))
                .isEmpty();
    }

    @Test
    void hostile_words_and_days_are_no_harm() {
        var odd = house.has(
                person,
                house.has(operator, aClient()),
                aMission().titled("2026-13-45").from("2026-11-23", "2026-12-31"));
        assertThat(recompute()).isPositive();

        assertThat(DeadlineWords.title(
                        all().stream()
                                .map(Watched::deadline)
                                .filter(d -> d.subject().equals(Subject.of(odd.id()))
                                        && d.rule().equals("PS-55"))
                                .findFirst()
                                .orElseThrow(),
                        org.passerelle.platform.web.Texts.in(org.passerelle.platform.web.Language.EN)))
                .contains("2026-13-45");
        for (var day : List.of("1949-12-31", "2201-01-01", "+999999999-12-31")) {
            assertThatThrownBy(() -> tell(
                            new Fact(FactKind.TITLE_EXPIRES, Subject.of(person.id()), LocalDate.parse(day)),
                            UUID.randomUUID()))
                    .isInstanceOf(InvalidValue.class);
        }
    }

    private List<Watched> all() {
        return in(() -> deadlines.of(operator.id()));
    }

    private Watched the(String rule, String variant) {
        return all().stream()
                .filter(watched -> watched.deadline().rule().equals(rule)
                        && watched.deadline().variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    private int recompute() {
        return in(() -> deadlines.recompute(operator.id()));
    }

    private List<ToldFact> facts() {
        return in(() -> deadlines.facts(operator.id()));
    }

    private void tell(Fact fact, UUID intent) {
        in(() -> {
            deadlines.tell(operator.id(), fact, intent);
            return null;
        });
    }

    private void mark(UUID id, Mark.Kind kind, LocalDate day, String reason, UUID intent) {
        in(() -> {
            deadlines.mark(operator.id(), id, kind, day, reason, intent);
            return null;
        });
    }

    private <T> T in(Callable<T> work) {
        return House.in(operator.id(), work);
    }

    private int trail(String action) {
        return number(
                "select count(*) from identity.trail_line where operator_id = ? and action = '" + action + "'",
                operator);
    }

    private int count(String table) {
        return count(table, operator);
    }

    private int count(String table, Operator of) {
        return number("select count(*) from " + table + " where operator_id = ?", of);
    }

    private int mails() {
        return mails(operator);
    }

    private int mails(Operator of) {
        return number("select count(*) from platform.mail where fact like 'deadlines.' || ?::text || '.%'", of);
    }

    private int number(String query, Operator of) {
        return Scopes.call(
                Scope.NONE,
                () -> every.sql()
                        .sql(query)
                        .param(of.id().value())
                        .query(Integer.class)
                        .single());
    }
}
