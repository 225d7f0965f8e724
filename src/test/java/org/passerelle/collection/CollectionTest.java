package org.passerelle.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
@Import({Billing.class, Mailbox.class})
@DisplayName(
        "IN-21, CO-10: an invoice that is late is reminded by steps, a dispute stops them, litigation has its file")
class CollectionTest {

    private static final Pattern LINK = Pattern.compile("(/espace/[A-Za-z0-9_-]+)");

    @Autowired
    Billing billing;

    @Autowired
    House house;

    @Autowired
    Collection collection;

    @Autowired
    Identity identity;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private Billing.Situation s;
    private IssuedInvoice invoice;
    private Client desk;
    private String page;

    @BeforeEach
    void an_invoice_is_issued() {
        mailbox.collect();
        sql.sql("select identity.forget_tries(sha256(convert_to('client pages|127.0.0.1', 'UTF8')))")
                .query((_, _) -> 1)
                .list();
        issue(billing.situation());
    }

    private void issue(Billing.Situation situation) {
        s = situation;
        invoice = billing.issued(s, billing.draft(s, "2026-10-05"));
        var gestionnaire = someoneOf(identity, s.operator().group(), s.id(), Role.GESTIONNAIRE);
        desk = new Client(port);
        desk.signIn(gestionnaire.email(), SomeUsers.PASSWORD);
        page = "/bureau/" + s.id() + "/recouvrement/" + invoice.id();
    }

    @AfterEach
    void the_clock_goes_on() {
        clock.reset();
    }

    private void daysLate(int days) {
        clock.moveTo(Instant.parse(invoice.dueDate().plusDays(days) + "T09:00:00Z"));
    }

    private boolean remind() {
        return in(s.id(), () -> collection.remind(s.id(), invoice.id(), UUID.randomUUID()))
                .isPresent();
    }

    private Standing standing() {
        return in(s.id(), () -> collection.of(invoice));
    }

    private String lastMail() {
        return mailbox.collectFor(s.client().email()).getLast().text();
    }

    @Test
    void three_steps_each_once_then_the_file_and_the_freelancer_s_words() throws IOException {
        assertThat(remind()).isFalse();
        daysLate(3);
        assertThat(remind()).isTrue();
        assertThat(remind()).isFalse();
        assertThat(lastMail()).contains(invoice.number()).contains("/espace/").doesNotContain("ndemnité");
        daysLate(15);
        assertThat(remind()).isTrue();
        assertThat(lastMail()).contains("Indemnité forfaitaire").contains("Des pénalités de retard courent");
        daysLate(30);
        assertThat(remind()).isTrue();
        assertThat(lastMail()).contains("mettons en demeure");
        assertThat(in(s.id(), () -> collection.litigate(s.id(), invoice.id(), UUID.randomUUID())))
                .isFalse();
        daysLate(38);
        for (int i = 0; i < 2; i++) {
            in(s.id(), () -> collection.litigate(s.id(), invoice.id(), UUID.randomUUID()));
        }
        assertThat(standing().next()).isEqualTo(Next.AT_LITIGATION);
        var names = new ArrayList<String>();
        var ledger = "";
        var file = in(s.id(), () -> collection.file(s.id(), invoice.id())).orElseThrow();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).doesNotContain("/espace/");
                if (entry.getName().endsWith("decompte.txt")) ledger = text;
            }
        }
        assertThat(names)
                .containsExactly(
                        "1-facture-" + invoice.number() + ".pdf",
                        "3-relance-1.txt",
                        "3-relance-2.txt",
                        "3-relance-3.txt",
                        "5-decompte.txt");
        assertThat(ledger).contains("Reste dû                540,00").contains("Indemnité forfaitaire   40,00");
    }

    @Test
    void fifty_at_once_send_one() throws Exception {
        daysLate(3);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 50; i++) tries.add(this::remind);
            int sent = 0;
            for (var one : threads.invokeAll(tries)) if (one.get()) sent++;
            assertThat(sent).isEqualTo(1);
        }
        assertThat(mailbox.collectFor(s.client().email())).hasSize(1);
    }

    @Test
    void the_client_contests_and_nothing_leaves_until_the_desk_closes_the_dispute() {
        daysLate(3);
        assertThat(remind()).isTrue();
        var match = LINK.matcher(lastMail());
        assertThat(match.find()).isTrue();
        var browser = new Client(port);
        var bill = match.group(1) + "/factures/" + invoice.id();
        assertThat(browser.get(bill).body()).contains("Contester cette facture");
        browser.get(bill + "/litige");
        assertThat(browser.post(
                                bill + "/litige",
                                Map.of("intent", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(422);
        var said = Map.of("intent", UUID.randomUUID().toString(), "reason", "Deux jours sont comptés en trop.");
        assertThat(browser.post(bill + "/litige", said).statusCode()).isEqualTo(303);
        assertThat(browser.post(bill + "/litige", said).statusCode()).isEqualTo(303);
        assertThat(standing().disputes()).hasSize(1);
        daysLate(20);
        assertThat(standing().next()).isEqualTo(Next.DISPUTE);
        assertThat(remind()).isFalse();
        assertThat(in(s.id(), () -> collection.remindAll(s.id()))).isZero();
        in(s.id(), () -> {
            collection.closeDispute(s.id(), invoice.id(), "Jours vérifiés avec le client.", UUID.randomUUID());
            return 0;
        });
        assertThat(standing().next()).isEqualTo(Next.FIRM);
        assertThat(browser.get(match.group(1) + "/releve").headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
    }

    @Test
    void of_a_private_individual_neither_penalty_nor_indemnity_is_claimed() {
        var operator = house.has(aCooperative());
        var person = house.has(operator, anEntrepreneur());
        var client = house.has(operator, aConsumer());
        issue(new Billing.Situation(
                operator, person, client, house.has(person, client, aMission().forPrivateUse())));
        for (int day : List.of(3, 15, 30)) {
            daysLate(day);
            assertThat(remind()).isTrue();
        }
        assertThat(mailbox.collectFor(client.email()))
                .hasSize(3)
                .noneMatch(
                        mail -> mail.text().contains("énalité") || mail.text().contains("ndemnité"));
        assertThat(standing().claim().total()).isEqualTo(invoice.open());
    }

    @Test
    void the_desk_shows_age_and_next_action_and_sets_another_rhythm() {
        daysLate(3);
        var gestionnaire = someoneOf(identity, s.operator().group(), s.id(), Role.GESTIONNAIRE);
        desk = new Client(port);
        desk.signIn(gestionnaire.email(), SomeUsers.PASSWORD);
        var list = "/bureau/" + s.id() + "/recouvrement";
        assertThat(desk.get(list).body())
                .contains(invoice.number())
                .contains("rappel amical")
                .contains("Balance âgée");
        var wrong = Map.of("intent", UUID.randomUUID().toString(), "friendly", "9", "firm", "5", "notice", "30");
        assertThat(desk.post(list + "/rythme", wrong).statusCode()).isEqualTo(422);
        var slower = Map.of("intent", UUID.randomUUID().toString(), "friendly", "5", "firm", "20", "notice", "40");
        assertThat(desk.post(list + "/rythme", slower).statusCode()).isEqualTo(303);
        assertThat(standing().next()).isEqualTo(Next.WAIT);
        daysLate(5);
        desk = new Client(port); // the session of two days ago is over
        desk.signIn(gestionnaire.email(), SomeUsers.PASSWORD);
        desk.get(list);
        assertThat(desk.post(
                                list + "/relances",
                                Map.of("intent", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(mailbox.collectFor(s.client().email())).hasSize(1);
        assertThat(desk.get(page).body())
                .contains("rappel amical")
                .contains(s.client().email());
        assertThat(desk.get(list + "/releves/" + s.client().id()).statusCode()).isEqualTo(200);
    }
}
