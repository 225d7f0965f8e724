package org.passerelle.clientspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.testing.House.in;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.Sending;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.DraftInvoice;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.platform.audit.EveryOperator;
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
@DisplayName("A client, without an account: what waits, an invoice and how to pay it, days to approve, papers to sign")
class ClientPagesTest {

    private static final Pattern LINK = Pattern.compile("(/espace/[A-Za-z0-9_-]+)");

    @Autowired
    Billing billing;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Contracts contracts;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    EveryOperator every;

    @LocalServerPort
    int port;

    private Billing.Situation s;
    private DraftInvoice draft;
    private IssuedInvoice invoice;
    private Client desk;
    private Client browser;
    private String clientPage;

    @BeforeEach
    void an_invoice_is_issued() {
        mailbox.collect();
        sql.sql("select identity.forget_tries(sha256(convert_to('client pages|127.0.0.1', 'UTF8')))")
                .query((_, _) -> 1)
                .list();
        s = billing.situation();
        draft = billing.draft(s, "2026-10-05", "2026-10-06");
        invoice = billing.issued(s, draft);
        var gestionnaire = someoneOf(identity, s.operator().group(), s.id(), Role.GESTIONNAIRE);
        desk = new Client(port);
        desk.signIn(gestionnaire.email(), SomeUsers.PASSWORD);
        clientPage = "/bureau/" + s.id() + "/clients/" + s.client().id();
        browser = new Client(port);
    }

    @AfterEach
    void the_clock_goes_on() {
        clock.reset();
    }

    private String link(boolean days) {
        desk.get(clientPage);
        var intent = UUID.randomUUID().toString();
        var form = Map.of("intent", intent, "jours", days ? "on" : "");
        assertThat(desk.post(clientPage + "/lien", form).statusCode()).isEqualTo(303);
        assertThat(desk.post(clientPage + "/lien", form).statusCode()).isEqualTo(303);
        assertThat(desk.post(clientPage + "/lien", Map.of("intent", intent, "jours", days ? "" : "on"))
                        .statusCode())
                .isEqualTo(422);
        var mails = mailbox.collectFor(s.client().email());
        assertThat(mails).hasSize(1);
        var match = LINK.matcher(mails.getFirst().text());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private List<String> trail() {
        return every.sql()
                .sql(
                        "select action from identity.trail_line where operator_id = ? and actor = 'client-pages' order by line_no")
                .param(s.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void what_waits_the_invoice_its_file_and_the_transfer() {
        var link = link(false);
        var first = browser.get(link);
        assertThat(first.body()).contains(invoice.number()).contains("Voir et payer");
        assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(first.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        var bill = browser.get(link + "/factures/" + invoice.id());
        assertThat(bill.body())
                .contains("1\u202F080,00")
                .contains(s.operator().bic())
                .contains("class=\"qr\"")
                .doesNotContain("approuver");
        var file = browser.get(link + "/factures/" + invoice.id() + "/fichier");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(browser.get(link + "?lang=en").body()).contains("Still owed");
        assertThat(trail())
                .containsExactly("client.page_seen", "client.page_seen", "client.page_seen", "client.page_seen");
    }

    @Test
    void only_the_hash_is_kept_and_what_is_another_s_is_not_there() {
        var token = link(false).substring("/espace/".length());
        assertThat(every.sql()
                        .sql("select l::text from clientspace.link l")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
        var other = house.has(s.operator(), aClient());
        in(s.id(), () -> {
            links().send(s.id(), other.id(), true, UUID.randomUUID());
            return 0;
        });
        var theirs = LINK.matcher(mailbox.collectFor(other.email()).getFirst().text());
        assertThat(theirs.find()).isTrue();
        assertThat(browser.get(theirs.group(1)).body()).doesNotContain(invoice.number());
        for (var path : List.of(
                "/factures/" + invoice.id(),
                "/factures/" + invoice.id() + "/fichier",
                "/activites/" + draft.report() + "/" + s.mission().id())) {
            assertThat(browser.get(theirs.group(1) + path).statusCode()).isEqualTo(404);
        }
        assertThat(browser.get("/espace/" + "A".repeat(54)).statusCode()).isEqualTo(404);
    }

    @Autowired
    ClientLinks links;

    private ClientLinks links() {
        return links;
    }

    @Test
    void days_are_contested_with_a_reason_then_approved_and_the_gestionnaire_reads_it() {
        var link = link(true);
        var days = link + "/activites/" + draft.report() + "/" + s.mission().id();
        clock.moveTo(java.time.Instant.parse("2026-11-05T09:00:00Z"));
        assertThat(browser.get(link).body()).contains("Jours d’octobre 2026 à approuver");
        assertThat(browser.get(days).body()).contains("lundi 5 octobre").contains("2 j");
        assertThat(say(days, Map.of())).isEqualTo(422);
        assertThat(browser.post(days, Map.of("avis", "accord")).statusCode()).isEqualTo(400);
        var contest = Map.of("intent", UUID.randomUUID().toString(), "reason", "Le 6 était un jour de congé.");
        assertThat(browser.post(days, contest).statusCode()).isEqualTo(303);
        assertThat(browser.post(days, contest).statusCode()).isEqualTo(303);
        var report = "/bureau/" + s.id() + "/activites/" + draft.report();
        var gestionnaire = new Client(port);
        gestionnaire.signIn(
                someoneOf(identity, s.operator().group(), s.id(), Role.GESTIONNAIRE)
                        .email(),
                SomeUsers.PASSWORD);
        assertThat(gestionnaire.get(report).body()).contains("contesté le").contains("Le 6 était un jour de congé.");
        clock.moveTo(java.time.Instant.parse("2026-11-05T09:10:00Z"));
        assertThat(say(days, Map.of("avis", "accord"))).isEqualTo(303);
        assertThat(gestionnaire.get(report).body()).contains("approuvé le").doesNotContain("contesté le");
        assertThat(trail())
                .contains("client.days_contested", "client.days_agreed")
                .filteredOn("client.days_contested"::equals)
                .hasSize(1);
    }

    private int say(String days, Map<String, String> said) {
        var form = new java.util.HashMap<>(said);
        form.put("intent", UUID.randomUUID().toString());
        return browser.post(days, form).statusCode();
    }

    @Test
    void a_paper_waits_and_the_button_leads_to_the_signing_page() {
        var paper = in(s.id(), () -> {
            contracts.sayHouse(s.id(), SomePapers.HOUSE);
            var made = contracts.draft(
                    PaperKind.COMMERCIAL, s.person().id(), s.mission().id(), UUID.randomUUID());
            return ((Sending.Sent) contracts.send(made.id())).contract();
        });
        mailbox.collect();
        var link = link(false);
        assertThat(browser.get(link).body()).contains(paper.code()).contains("Lire et signer");
        assertThat(browser.get(link + "/papiers/" + paper.id()).headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
        var answer = browser.post(
                link + "/papiers/" + paper.id(),
                Map.of("intent", UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).isEqualTo(303);
        var signing = answer.headers().firstValue("Location").orElseThrow();
        assertThat(signing).startsWith("/signature/");
        assertThat(browser.get(signing).body()).contains(paper.code());
    }

    @Test
    void revoked_or_over_it_opens_nothing_and_says_so() {
        var revoked = link(true);
        desk.get(clientPage);
        desk.post(clientPage + "/lien/fin", Map.of("intent", UUID.randomUUID().toString()));
        var answer = browser.get(revoked);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body())
                .contains("Ce lien ne sert plus")
                .doesNotContain(s.client().name());
        assertThat(browser.get(revoked + "/factures/" + invoice.id() + "/fichier")
                        .statusCode())
                .isEqualTo(410);
        var ending = link(true);
        assertThat(browser.get(ending).statusCode()).isEqualTo(200);
        clock.move(ClientLinks.LIFE.plus(Duration.ofSeconds(1)));
        assertThat(browser.get(ending).statusCode()).isEqualTo(410);
    }

    @Test
    void whoever_guesses_is_slowed_down() {
        var statuses = new java.util.ArrayList<Integer>();
        for (int i = 0; i < 62; i++) {
            var guess = java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ("guess" + i + "x".repeat(40)).substring(0, 40).getBytes(StandardCharsets.UTF_8));
            statuses.add(browser.get("/espace/" + guess).statusCode());
        }
        assertThat(statuses.subList(0, 50)).containsOnly(404);
        assertThat(statuses.getLast()).isEqualTo(429);
    }
}
