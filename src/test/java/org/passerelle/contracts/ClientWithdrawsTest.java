package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.kernel.Finding;
import org.passerelle.missions.Mission;
import org.passerelle.missions.StartGate;
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
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName(
        "CO-03, CO-04, CO-06: a private individual withdraws online, the work stops, an acknowledgement goes by mail")
class ClientWithdrawsTest {

    private static final Pattern LINK = Pattern.compile("(/signature/[A-Za-z0-9_-]+)");

    @Autowired
    House house;

    @Autowired
    Contracts contracts;

    @Autowired
    Renunciations renunciations;

    @Autowired
    List<StartGate> gates;

    @Autowired
    TransactionTemplate transaction;

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
    private Mission mission;
    private Contract quote;
    private String link;
    private Client browser;

    @BeforeEach
    void nothing_in_the_mailbox() {
        mailbox.collect();
        sql.sql("select identity.forget_tries(sha256(convert_to('client link|127.0.0.1', 'UTF8')))")
                .query((_, _) -> 1)
                .list();
        browser = new Client(port);
    }

    @AfterEach
    void the_clock_goes_on() {
        clock.reset();
    }

    private void aSignedQuote(Map<String, String> said) {
        operator = house.has(aCooperative());
        var person = house.has(operator, anEntrepreneur());
        client = house.has(operator, aConsumer());
        mission = house.has(person, client, aMission().forPrivateUse());
        quote = House.in(operator.id(), () -> {
            contracts.sayHouse(operator.id(), SomePapers.HOUSE);
            var draft = contracts.draft(PaperKind.CONSUMER_QUOTE, person.id(), mission.id(), UUID.randomUUID());
            contracts.say(draft.id(), said);
            assertThat(contracts.send(draft.id())).isInstanceOf(Sending.Sent.class);
            contracts.sign(draft.id(), Party.OPERATOR, Signature.How.SIGN_IN, consent("Maud Exemple"));
            contracts.sign(draft.id(), Party.CLIENT, Signature.How.EMAIL_CODE, consent("Dominique Cliente"));
            return contracts.get(draft.id());
        });
        assertThat(quote.state()).isEqualTo(ContractState.SIGNED);
        var match = LINK.matcher(mailbox.collectFor(client.email()).getFirst().text());
        assertThat(match.find()).isTrue();
        link = match.group(1);
    }

    private static Consent consent(String name) {
        return new Consent(name, "someone@example.org", "192.0.2.1", null);
    }

    private int withdraw(String name, String email) {
        browser.get(link + "/retractation");
        return browser.post(
                        link + "/retractation",
                        Map.of("intent", UUID.randomUUID().toString(), "name", name, "email", email))
                .statusCode();
    }

    private List<String> refusals(LocalDate day) {
        return House.in(
                operator.id(),
                () -> transaction.execute(_ -> gates.stream()
                        .filter(NotAfterRenunciation.class::isInstance)
                        .flatMap(gate -> gate.unmet(mission, day).stream())
                        .map(Finding::ruleId)
                        .toList()));
    }

    private LocalDate today() {
        return org.passerelle.platform.time.Days.today(clock);
    }

    @Test
    void the_function_is_there_confirmed_acknowledged_and_declared_once() {
        aSignedQuote(Map.of());
        assertThat(refusals(today())).isEmpty();
        assertThat(browser.get(link).body()).contains("Renoncer au contrat ici");
        assertThat(browser.get(link + "/retractation").body())
                .contains("Confirmer la rétractation")
                .contains(quote.code());
        assertThat(withdraw("", "dominique@example.org")).isEqualTo(422);
        assertThat(withdraw("Dominique", "nowhere")).isEqualTo(422);
        assertThat(withdraw("Dominique Cliente", "dominique@example.org")).isEqualTo(303);
        assertThat(mailbox.collectFor("dominique@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("Dominique Cliente")
                        .contains(quote.code())
                        .contains("Déclaration reçue le"));
        assertThat(withdraw("Somebody Else", "else@example.org")).isEqualTo(303);
        assertThat(House.in(operator.id(), () -> renunciations.of(quote))
                        .orElseThrow()
                        .name())
                .isEqualTo("Dominique Cliente");
        assertThat(browser.get(link).body())
                .contains("Vous avez renoncé à ce contrat")
                .doesNotContain("Renoncer au contrat ici");
    }

    @Test
    void without_an_express_request_nothing_is_due() {
        aSignedQuote(Map.of());
        withdraw("Dominique Cliente", "dominique@example.org");
        assertThat(refusals(today())).containsExactly("CO-04");
        assertThat(refusals(today().plusDays(3))).containsExactly("CO-04");
    }

    @Test
    void with_an_express_request_the_days_until_then_are_due() {
        aSignedQuote(Map.of("paper.express_request", "le client demande expressément un début immédiat"));
        withdraw("Dominique Cliente", "dominique@example.org");
        assertThat(refusals(today())).isEmpty();
        assertThat(refusals(today().plusDays(1))).containsExactly("CO-03");
    }

    @Test
    void after_the_period_the_function_is_gone() {
        aSignedQuote(Map.of());
        clock.move(Duration.ofDays(19));
        assertThat(browser.get(link).body()).doesNotContain("Renoncer au contrat ici");
        assertThat(House.in(operator.id(), () -> renunciations.declare(quote, "D", "d@example.org")))
                .isEmpty();
        assertThat(refusals(today())).isEmpty();
    }
}
