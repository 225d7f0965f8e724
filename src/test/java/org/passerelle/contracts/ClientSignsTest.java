package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.operators.Operator;
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
@Import({House.class, Mailbox.class})
@DisplayName(
        "The client signs without an account: a link for one signature, a code by mail, few tries, and nobody else's paper")
class ClientSignsTest {

    private static final Pattern LINK = Pattern.compile("(/signature/[A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    @Autowired
    House house;

    @Autowired
    Contracts contracts;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private Operator operator;
    private org.passerelle.clients.Client client;
    private Contract contract;
    private String link;
    private Client browser;

    @BeforeEach
    void a_commercial_contract_is_sent() {
        mailbox.collect();
        sql.sql("select identity.forget_tries(sha256(convert_to('client link|127.0.0.1', 'UTF8')))")
                .query((_, _) -> 1)
                .list();
        operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        client = house.has(operator, aClient());
        var mission = house.has(person, client, aMission());
        contract = House.in(operator.id(), () -> {
            contracts.sayHouse(operator.id(), SomePapers.HOUSE);
            var draft = contracts.draft(PaperKind.COMMERCIAL, person.id(), mission.id(), UUID.randomUUID());
            return ((Sending.Sent) contracts.send(draft.id())).contract();
        });
        link = found(LINK);
        browser = new Client(port);
    }

    @AfterEach
    void the_clock_goes_on() {
        clock.reset();
    }

    private String found(Pattern pattern) {
        var mails = mailbox.collectFor(client.email());
        assertThat(mails).hasSize(1);
        var match = pattern.matcher(mails.getFirst().text());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private String code() {
        browser.get(link);
        assertThat(browser.post(
                                link + "/code",
                                Map.of("intent", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(303);
        var code = found(CODE);
        browser.get(link);
        return code;
    }

    private int sign(String code, String name) {
        return browser.post(
                        link,
                        Map.of(
                                "intent",
                                UUID.randomUUID().toString(),
                                "code",
                                code,
                                "name",
                                name,
                                "consent",
                                "on",
                                "drawing",
                                "1,2 30,40"))
                .statusCode();
    }

    private Contract now() {
        return House.in(operator.id(), () -> contracts.get(contract.id()));
    }

    @Test
    void read_code_sign_and_the_link_is_spent() {
        assertThat(browser.get(link).body()).contains("Contrat commercial").contains("Recevoir un code");
        assertThat(browser.get(link + "/document").headers().firstValue("content-type"))
                .contains("application/pdf");
        var code = code();
        assertThat(sign(code, "Dominique Cliente")).isEqualTo(303);
        assertThat(now().signatures()).singleElement().satisfies(one -> {
            assertThat(one.party()).isEqualTo(Party.CLIENT);
            assertThat(one.name()).isEqualTo("Dominique Cliente");
            assertThat(one.email()).isEqualTo(client.email());
            assertThat(one.how()).isEqualTo(Signature.How.EMAIL_CODE);
            assertThat(one.address()).isNotBlank();
        });
        assertThat(browser.get(link).body()).contains("Merci, vous avez signé").doesNotContain("Refuser de signer");
        assertThat(sign(code, "Somebody Else")).isEqualTo(303);
        assertThat(now().signatures())
                .singleElement()
                .extracting(Signature::name)
                .isEqualTo("Dominique Cliente");
    }

    @Test
    void five_wrong_codes_block_the_link() {
        var code = code();
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) assertThat(sign(wrong, "Dominique")).isEqualTo(422);
        assertThat(sign(code, "Dominique")).isEqualTo(422);
        assertThat(now().signatures()).isEmpty();
    }

    @Test
    void a_code_dies_after_ten_minutes_and_when_another_is_sent() {
        var first = code();
        var second = code();
        if (!first.equals(second)) assertThat(sign(first, "Dominique")).isEqualTo(422);
        clock.move(Duration.ofMinutes(10));
        assertThat(sign(second, "Dominique")).isEqualTo(422);
        assertThat(now().signatures()).isEmpty();
    }

    @Test
    void after_fourteen_days_the_link_shows_and_signs_nothing() {
        clock.move(Contracts.PATIENCE);
        assertThat(browser.get(link).body())
                .contains("Le délai pour signer est passé")
                .doesNotContain("Recevoir un code");
    }

    @Test
    void without_the_box_or_with_a_bad_drawing_nothing_is_signed() {
        var code = code();
        var id = UUID.randomUUID().toString();
        assertThat(browser.post(link, Map.of("intent", id, "code", code, "name", "D"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                link,
                                Map.of("intent", id, "code", code, "name", "D", "consent", "on", "drawing", "<svg>"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(now().signatures()).isEmpty();
    }

    @Test
    void a_refusal_has_a_reason_and_ends_it() {
        browser.get(link);
        var intent = UUID.randomUUID().toString();
        assertThat(browser.post(link + "/refus", Map.of("intent", intent, "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(link + "/refus", Map.of("intent", intent, "reason", "Prix trop haut"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(now().state()).isEqualTo(ContractState.REFUSED);
        assertThat(browser.get(link).body()).contains("Ce document a été refusé");
    }

    @Test
    void hostile_names_stay_text() {
        var code = code();
        assertThat(sign(code, "<script>alert(1)</script>")).isEqualTo(303);
        assertThat(browser.get(link).body()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "..%2f", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "é"})
    void what_is_no_link_does_not_exist(String token) {
        assertThat(browser.get("/signature/"
                                + java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8))
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void one_character_off_is_another_link() {
        char last = link.charAt(link.length() - 3);
        var off = link.substring(0, link.length() - 3) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 2);
        assertThat(browser.get(off).statusCode()).isEqualTo(404);
        assertThat(browser.get(off + "/document").statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_hammers_waits() {
        browser.get(link);
        int status = 0;
        for (int i = 0; i < 30 && status != 429; i++) status = sign("000000", "D");
        assertThat(status).isEqualTo(429);
    }
}
