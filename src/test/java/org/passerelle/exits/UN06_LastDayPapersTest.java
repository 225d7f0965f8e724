package org.passerelle.exits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.documents.pdf.French;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payday;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Payday.class})
@DisplayName("UN-06: the papers of the last day say what the file and the last payslip say, and not before")
class UN06_LastDayPapersTest {

    private static final List<String> MONTHS = List.of("2026-08", "2026-09", "2026-10");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Payday payday;

    @Autowired
    ExitPapers papers;

    @Autowired
    Identity identity;

    private Operator operator;
    private Person person;

    @BeforeEach
    void a_fixed_term_contract_that_ends_in_october() {
        operator = house.has(anOperator());
        person = house.has(
                operator, aPerson().under(ContractKind.CDD).from("2026-08-01").until("2026-10-31"));
    }

    @ParameterizedTest
    @EnumSource
    void each_is_a_file_for_the_archive_and_names_both(ExitPaper paper) {
        paidToTheEnd();
        var pdf = draw(paper);
        assertThat(PdfA.complaints(pdf)).isEmpty();
        assertThat(PdfText.flat(pdf)).contains(person.name(), operator.name(), "31 octobre 2026");
        assertThat(PdfText.flat(pdf))
                .doesNotContain(person.nir().value(), person.iban().value(), "exit.paper");
    }

    @Test
    void D1234_6_the_certificate_says_days_and_jobs_and_nothing_of_money() {
        assertThat(PdfText.flat(draw(ExitPaper.CERTIFICATE)))
                .contains(
                        "1er août 2026", "31 octobre 2026", person.employment().job())
                .doesNotContain("€");
    }

    @Test
    void L1234_20_the_receipt_is_the_last_payslip_to_the_cent() {
        var last = paidToTheEnd();
        var text = PdfText.flat(draw(ExitPaper.RECEIPT));
        assertThat(text)
                .contains(money(last.netPaid()), "deux exemplaires", "six mois")
                .contains("Indemnité de fin de contrat");
        for (var earning : last.sheet().earnings()) {
            assertThat(text).contains(money(earning.amount()));
        }
    }

    @Test
    void R1234_9_the_statement_lists_each_month() {
        paidToTheEnd();
        assertThat(PdfText.flat(draw(ExitPaper.EMPLOYER_STATEMENT)))
                .contains("août 2026", "septembre 2026", "octobre 2026", "Arrivée du terme du CDD");
    }

    @Test
    void cover_lasts_no_longer_than_the_contract_did() {
        assertThat(PdfText.flat(draw(ExitPaper.COVER))).contains("31 janvier 2027");
    }

    @Test
    void sums_wait_for_the_last_payslip_and_nothing_is_drawn_while_the_contract_runs() {
        assertThat(papers.obstacle(person, ExitPaper.RECEIPT)).isEqualTo("exit.payslip_missing");
        assertThat(papers.obstacle(person, ExitPaper.CERTIFICATE)).isNull();
        var other = house.has(operator, aPerson());
        assertThat(papers.obstacle(other, ExitPaper.CERTIFICATE)).isEqualTo("exit.running");
        assertThatThrownBy(() -> in(operator.id(), () -> papers.draw(other, ExitPaper.COVER, null)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void the_desk_finds_them_on_the_person_who_left() {
        var someone = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.GESTIONNAIRE);
        var desk = new Client(port);
        desk.signIn(someone.email(), SomeUsers.PASSWORD);
        var page = "/bureau/" + operator.id() + "/personnes/" + person.id() + "/sortie";
        assertThat(desk.get(page).body())
                .contains("certificat-de-travail", "Le dernier bulletin de paie n’est pas fait")
                .doesNotContain("nom=solde-de-tout-compte");
        assertThat(desk.get(page + "/papier?nom=solde-de-tout-compte").statusCode())
                .isEqualTo(303);
        assertThat(desk.get(page + "/papier?nom=%3Cscript%3E&voie=%27").statusCode())
                .isEqualTo(200);
        paidToTheEnd();
        var answer = desk.get(page + "/papier?nom=solde-de-tout-compte");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("solde-de-tout-compte-" + person.code() + ".pdf");
        assertThat(desk.get(page).body())
                .contains(Arrays.stream(ExitPaper.values()).map(ExitPaper::slug).toArray(String[]::new));
    }

    /// As the text of a PDF has it: without no-break spaces.
    private static String money(Money amount) {
        return French.money(amount).replaceAll("[\u00A0\u202F]", " ");
    }

    private byte[] draw(ExitPaper paper) {
        return in(operator.id(), () -> papers.draw(person, paper, Way.TERM));
    }

    private IssuedPayslip paidToTheEnd() {
        var mission =
                house.has(person, house.has(operator, aClient()), aMission().from("2026-08-01", "2026-10-31"));
        IssuedPayslip last = null;
        for (var text : MONTHS) {
            var month = Month.of(text);
            payday.worked(person, mission, month, 18, 0);
            payday.collected(person, month.lastDay().minusDays(8), "9000");
            last = payday.run(operator, month, month.lastDay()).payslips().getFirst();
        }
        return java.util.Objects.requireNonNull(last);
    }
}
