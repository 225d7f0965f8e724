package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.InvoiceState;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.MonthClosed;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.Missions;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName("R-07: the desk closes a month once and for all, and corrects in the open")
class R07_ClosingAndCorrectingTest {

    private static final Month OCTOBER = Month.of("2026-10");

    @LocalServerPort
    int port;

    @Autowired
    Billing billing;

    @Autowired
    Identity identity;

    @Autowired
    Ledger ledger;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Missions missions;

    private Billing.Situation house;
    private IssuedInvoice invoice;

    @BeforeEach
    void an_invoice_of_October() {
        house = billing.situation();
        invoice = billing.issued(house, billing.draft(house, "2026-10-05", "2026-10-06"));
    }

    @Test
    void a_month_is_closed_after_a_word_of_confirmation_and_then_takes_no_line() {
        var nadia = desk("Nadia");
        assertThat(nadia.get(href("comptabilite")).body()).contains("value=\"2026-10\"");
        var unsure = nadia.post(href("comptabilite/cloture"), Map.of("month", "2026-10"));
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(in(house.id(), () -> ledger.closedThrough(house.id()))).isEmpty();

        var closed = nadia.post(href("comptabilite/cloture"), Map.of("month", "2026-10", "sure", "on"));

        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(in(house.id(), () -> ledger.closedThrough(house.id()))).contains(OCTOBER);
        assertThatThrownBy(() -> in(house.id(), () -> ledger.post(entry("late"))))
                .isInstanceOf(MonthClosed.class);
        var second = nadia.post(href("comptabilite/cloture"), Map.of("month", "2026-10", "sure", "on"));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("est déjà clôturé").contains("Zoé Essai l’a fait le");
        assertThat(nadia.get(href("comptabilite")).body()).contains("Mois clôturés");
    }

    @Test
    void sixteen_close_while_sixteen_post_and_exactly_one_closes() throws Exception {
        try (var pool = Executors.newFixedThreadPool(32)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 16; i++) {
                var name = "race-" + i;
                work.add(() -> in(house.id(), () -> ledger.close(house.id(), OCTOBER)));
                work.add(() -> {
                    try {
                        in(house.id(), () -> ledger.post(entry(name)));
                    } catch (MonthClosed _) {
                        // it came after the closing
                    }
                    return false;
                });
            }
            int closings = 0;
            for (var one : pool.invokeAll(work)) if (one.get()) closings++;
            assertThat(closings).isEqualTo(1);
        }
        assertThat(in(house.id(), () -> ledger.closings(house.id()))).hasSize(1);
    }

    @Test
    void a_month_that_is_not_over_is_no_month_to_close() {
        for (var month : new String[] {"2099-01", "1999-01", "octobre", ""}) {
            var answer = desk("Nadia").post(href("comptabilite/cloture"), Map.of("month", month, "sure", "on"));
            assertThat(answer.statusCode()).as(month).isEqualTo(422);
        }
        assertThat(in(house.id(), () -> ledger.closedThrough(house.id()))).isEmpty();
    }

    @Test
    void an_invoice_is_taken_back_by_a_credit_note_with_a_reason_once() {
        var nadia = desk("Nadia");
        nadia.get(href("factures/" + invoice.id()));
        var path = href("factures/" + invoice.id() + "/avoir");
        assertThat(nadia.post(path, Map.of("intent", intent(), "reason", "non")).statusCode())
                .isEqualTo(422);
        var form = Map.of("intent", intent(), "reason", "Mission annulée d'un commun accord");

        var note = nadia.post(path, form);
        var replay = nadia.post(path, form);

        assertThat(note.statusCode()).isEqualTo(303);
        assertThat(replay.headers().firstValue("location"))
                .isEqualTo(note.headers().firstValue("location"));
        var issued = in(house.id(), () -> invoicing.issued(house.id()));
        assertThat(issued).hasSize(2);
        assertThat(issued.stream().filter(IssuedInvoice::isCreditNote))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.corrects()).isEqualTo(invoice.id());
                    assertThat(one.totals().gross()).isEqualTo(invoice.totals().gross());
                });
        assertThat(in(house.id(), () -> invoicing.find(house.id(), invoice.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(InvoiceState.CREDITED);
        assertThat(in(house.id(), () -> ledger.balance(house.id(), "411", null)))
                .isEqualTo(Money.ZERO);
        var again = nadia.post(path, Map.of("intent", intent(), "reason", "Encore une fois, pour voir"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(nadia.get(href("factures/" + invoice.id())).body()).doesNotContain(path);
    }

    @Test
    void a_draft_has_no_credit_note_and_a_director_makes_none() {
        var draft = billing.draft(billing.situation(), "2026-10-05");
        var form = Map.of("intent", intent(), "reason", "Une bonne raison");
        assertThat(desk("Nadia")
                        .post(href("factures/" + draft.id() + "/avoir"), form)
                        .statusCode())
                .isEqualTo(404);
        var director = someoneOf(identity, house.operator().group(), house.id(), Role.DIRECTOR);
        var browser = new Client(port);
        browser.signIn(director.email(), SomeUsers.PASSWORD);
        browser.get(href("factures"));
        assertThat(browser.post(href("factures/" + invoice.id() + "/avoir"), form)
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void PS52_a_mission_ends_on_a_day_of_its_span_and_not_twice() {
        var nadia = desk("Nadia");
        var mission = house.mission();
        var path = href("missions/" + mission.id() + "/fin");
        nadia.get(href("missions/" + mission.id()));
        var outside = mission.terms().dates().end().plusDays(1).toString();
        for (var day : new String[] {outside, "", "31/02/2026", "demain"}) {
            assertThat(nadia.post(path, Map.of("last", day)).statusCode())
                    .as(day)
                    .isEqualTo(422);
        }
        var last = LocalDate.of(2026, 10, 30);
        assertThat(nadia.post(path, Map.of("last", last.toString())).statusCode())
                .isEqualTo(303);
        assertThat(in(house.id(), () -> missions.get(mission.id()))).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(MissionState.ENDED);
            assertThat(ended.terms().dates().end()).isEqualTo(last);
        });
        assertThat(nadia.post(path, Map.of("last", last.toString())).statusCode())
                .isEqualTo(422);
    }

    private Entry entry(String source) {
        return Entry.on(house.id(), "OD", LocalDate.of(2026, 10, 20), source)
                .piece(source, LocalDate.of(2026, 10, 20))
                .label("essai")
                .signed("512000", Money.of("1.00"))
                .signed("471000", Money.of("-1.00"))
                .entry();
    }

    private static String intent() {
        return UUID.randomUUID().toString();
    }

    private Client desk(String name) {
        var who = someoneOf(identity, house.operator().group(), house.id(), Role.GESTIONNAIRE);
        var browser = new Client(port);
        browser.signIn(who.email(), SomeUsers.PASSWORD);
        assertThat(browser.get(href("")).statusCode()).as(name).isEqualTo(200);
        return browser;
    }

    private String href(String path) {
        return "/bureau/" + house.id() + (path.isEmpty() ? "" : "/" + path);
    }
}
