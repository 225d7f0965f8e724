package org.passerelle.workspace.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.compte.Compte;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.Money;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.Client;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PasserelleTest
@Import(ExampleMonth.class)
@DisplayName("S-43, RG-02, RG-03, BP-04: a person takes away all that is known of them, and nobody else's")
class S43_TakeMyDataTest {

    @LocalServerPort
    int port;

    @Autowired
    ExampleMonth month;

    @Autowired
    Identity identity;

    @Autowired
    Compte compte;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private Operator operator;
    private Person person;
    private Client browser;

    @BeforeEach
    void a_worker_of_the_example_month() {
        operator = month.lived().getFirst();
        person = month.person(operator.id(), "P-001");
        var worker = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        month.signingIn(person, worker.user().id());
        browser = new Client(port);
        assertThat(browser.signIn(worker.email(), SomeUsers.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void data_for_machines_and_for_people_payslips_papers_and_receipts() throws IOException {
        var files = taken();
        var data = JsonMapper.shared().readTree(files.get("donnees.json"));
        var file = data.get("person").get(0);
        assertThat(file.get("nir").asString()).isEqualTo(person.nir().value());
        assertThat(file.get("iban").asString()).isEqualTo(person.iban().value());
        assertThat(data.get("missions")).isNotEmpty();
        assertThat(data.get("days")).hasSizeGreaterThan(5);
        assertThat(data.get("invoices")).isNotEmpty();
        assertThat(sum(data.get("account")))
                .isEqualTo(in(operator.id(), () -> compte.of(operator.id(), person.id()))
                        .total());
        var payslips = data.get("payslips");
        assertThat(payslips).isNotEmpty();
        for (var payslip : payslips) {
            var number = payslip.get("number").asString();
            assertThat(files).containsKey("bulletins/" + number + ".pdf");
            assertThat(new String(files.get("bulletins/index.csv"), UTF_8))
                    .contains(number + ";2026-10;")
                    .contains(payslip.get("netPaid").asString());
        }
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("contrats/"));
        assertThat(files.keySet().stream().filter(name -> name.startsWith("justificatifs/")))
                .hasSameSizeAs(data.get("expenses"));
        assertThat(PdfA.complaints(files.get("donnees.pdf"))).isEmpty();
        assertThat(PdfText.flat(files.get("donnees.pdf")))
                .contains(person.name(), person.iban().value(), "Bulletins");
    }

    @Test
    void nobody_elses_and_the_trail_knows() throws IOException {
        var before = takings();
        var text = new String(taken().get("donnees.json"), UTF_8);
        var other = month.person(operator.id(), "P-002");
        assertThat(text)
                .doesNotContain(other.nir().value(), other.iban().value(), other.email(), other.lastName())
                .doesNotContain("argon2", "password");
        assertThat(takings()).isEqualTo(before + 1);
    }

    @Test
    void the_page_says_how_long_each_kind_is_kept() {
        var page = browser.get("/mes-donnees");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("C. trav. D3243-8", "connu à la fin du contrat", "Demander l’effacement");
    }

    private Map<String, byte[]> taken() throws IOException {
        browser.get("/mes-donnees");
        var answer = browser.postForBytes("/mes-donnees/archive", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment");
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Money sum(JsonNode movements) {
        var sum = Money.ZERO;
        for (var movement : movements)
            sum = sum.plus(Money.of(movement.get("amount").asString()));
        return sum;
    }

    private long takings() {
        return requireNonNull(in(
                operator.id(),
                () -> transaction.execute(
                        _ -> sql.sql("select count(*) from identity.trail_line where action = 'person.data_taken'")
                                .query(Long.class)
                                .single())));
    }
}
