package org.passerelle.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.anOperator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.gatherings.core.Slots;
import org.passerelle.kernel.OperatorId;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName("F019: sessions on working days, one person for the last seat, a waiting list that moves up")
class GatheringsTest {

    @Autowired
    House house;

    @Autowired
    Gatherings gatherings;

    @Autowired
    Mailbox mailbox;

    private OperatorId operator;
    private LocalDate day;

    @BeforeEach
    void an_entity_that_presents_itself() {
        operator = house.has(anOperator()).id();
        seats(1);
        day = gatherings.next().stream()
                .filter(slot -> slot.operator().equals(operator))
                .findFirst()
                .orElseThrow()
                .day();
        mailbox.collect();
    }

    private void seats(int seats) {
        House.in(operator, () -> {
            gatherings.rule(
                    operator,
                    new GatheringRule(true, LocalTime.of(12, 30), 20, seats, "Camille", "https://salle.example.org/a"));
            return seats;
        });
    }

    private Booking books(String name) {
        return House.in(
                operator,
                () -> gatherings.book(operator, day, name, name + "@example.org", "192.0.2." + UUID.randomUUID()));
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({
        "2026-11-10T18:00:00Z, 2026-11-12 2026-11-13 2026-11-16",
        "2026-12-24T10:00:00Z, 2026-12-24 2026-12-28 2026-12-29",
        "2026-12-24T11:30:00Z, 2026-12-28 2026-12-29 2026-12-30",
        "2027-03-27T10:00:00Z, 2027-03-30 2027-03-31 2027-04-01"
    })
    void there_is_none_on_holidays_at_weekends_nor_once_begun(Instant now, String days) {
        assertThat(Slots.next(LocalTime.of(12, 30), WorkingDays.in(Territory.FRANCE), now, 3))
                .extracting(LocalDate::toString)
                .containsExactly(days.split(" "));
    }

    @Test
    void the_hour_of_paris_stays_when_the_clocks_change() {
        var at = LocalTime.of(12, 30);
        assertThat(Slots.starts(LocalDate.parse("2026-10-23"), at)).isEqualTo("2026-10-23T10:30:00Z");
        assertThat(Slots.starts(LocalDate.parse("2026-10-26"), at)).isEqualTo("2026-10-26T11:30:00Z");
        assertThat(Slots.starts(LocalDate.parse("2027-03-28"), LocalTime.of(2, 30)))
                .isEqualTo("2027-03-28T01:30:00Z");
    }

    @Test
    void sixteen_ask_for_the_last_seat_at_once_and_one_has_it() throws Exception {
        int people = 16;
        var start = new CyclicBarrier(people);
        var answers = new ArrayList<Future<Booking>>();
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (int i = 0; i < people; i++) {
                var name = "visiteur" + i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return books(name);
                }));
            }
        }
        var states = new ArrayList<Booking.State>();
        for (var answer : answers) states.add(answer.get().state());
        assertThat(states).containsOnlyOnce(Booking.State.BOOKED);
        assertThat(states).filteredOn(state -> state == Booking.State.WAITING).hasSize(people - 1);
        assertThat(mailbox.collect())
                .filteredOn(mail -> mail.subject().startsWith("Votre place"))
                .hasSize(1);
    }

    @Test
    void a_seat_given_back_goes_to_who_waits_longest() {
        books("une");
        var second = books("deux");
        books("trois");
        var link = link("une@example.org");
        House.in(operator, () -> {
            gatherings.cancel(operator, link);
            gatherings.cancel(operator, link);
            return link;
        });
        var session = House.in(operator, () -> gatherings.session(operator, second.session()));
        assertThat(House.in(operator, () -> gatherings.of(session)))
                .extracting(Booking::name, Booking::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("une", Booking.State.CANCELLED),
                        org.assertj.core.groups.Tuple.tuple("deux", Booking.State.BOOKED),
                        org.assertj.core.groups.Tuple.tuple("trois", Booking.State.WAITING));
        assertThat(mailbox.collect())
                .filteredOn(mail -> mail.to().equals("deux@example.org"))
                .extracting(mail -> mail.subject())
                .singleElement()
                .asString()
                .startsWith("Une place s’est libérée");
    }

    @Test
    void the_same_address_has_one_seat_and_may_move() {
        seats(2);
        var one = books("une");
        assertThat(books("une").id()).isEqualTo(one.id());
        var link = link("une@example.org");
        var other = gatherings.next().stream()
                .filter(slot -> slot.operator().equals(operator) && !slot.day().equals(day))
                .findFirst()
                .orElseThrow();
        var moved = House.in(operator, () -> gatherings.move(operator, link, other.day()));
        assertThat(moved.state()).isEqualTo(Booking.State.BOOKED);
        assertThat(House.in(operator, () -> gatherings.find(operator, link))
                        .orElseThrow()
                        .state())
                .isEqualTo(Booking.State.CANCELLED);
    }

    @Test
    void the_confirmation_bears_a_calendar_entry_in_utc() {
        books("une");
        var file = mailbox.collect().getFirst().files().getFirst();
        var text = new String(file.content(), StandardCharsets.UTF_8);
        var utc = Slots.starts(day, LocalTime.of(12, 30)).toString().replaceAll("[-:]", "");
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("DTSTART:" + utc)
                .endsWith("END:VCALENDAR\r\n");
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void who_came_is_kept_counted_and_written_to_once() {
        seats(2);
        var one = books("une");
        books("deux");
        mailbox.collect();
        for (int i = 0; i < 2; i++) {
            House.in(operator, () -> {
                gatherings.came(operator, one.session(), Set.of(one.id()));
                return one;
            });
        }
        assertThat(House.in(operator, () -> gatherings.figures(operator))).isEqualTo(new Figures(2, 1, 0));
        assertThat(mailbox.collect()).hasSize(1);
    }

    @Test
    void a_day_that_the_rule_does_not_hold_cannot_be_booked() {
        day = LocalDate.parse("2026-12-25");
        assertThatThrownBy(() -> books("une")).isInstanceOf(NoSuchElementException.class);
    }

    private String link(String to) {
        return mailbox.collect().stream()
                .filter(mail -> mail.to().equals(to))
                .flatMap(mail -> Pattern.compile("/rencontres/place/([A-Za-z0-9_-]+)")
                        .matcher(mail.text())
                        .results())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
