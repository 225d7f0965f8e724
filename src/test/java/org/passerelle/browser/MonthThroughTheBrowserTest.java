package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.banking.CamtFile;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.people.PersonBuilder;
import org.passerelle.testing.EInvoiceRules;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
@Import(House.class)
@DisplayName("October 2026 is lived through the screens, from the mission to the payslip and the bank file")
class MonthThroughTheBrowserTest {

    private static final String PORTAGE = "portage";
    private static final String CAE = "cae";

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    MovableClock clock;

    private Operator operator;
    private FreelancerAtHome camille;
    private ClerkAtTheDesk gestionnaire;
    private ClerkAtTheDesk director;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    @Test
    void PS01_portage_salarial_refuses_the_private_individual_and_pays_the_month() {
        anEntity(PORTAGE, anOperator().named("Portage du Pont"), aPerson());
        itIs("2026-10-01T07:00:00Z");
        try (var home = camille.signsIn()) {
            camille.keeps(home, "01-mon-mois");
            camille.bringsAPrivateIndividual(home, "Dominique Particulier");
            camille.asksTheLaw(
                    home, new FreelancerAtHome.Work("Photographie", "Photographies de mariage", "600", "PRIVATE"));
            home.reads("L1254-1").reads("Voir les autres cadres").reads("Coopérative");
            camille.keeps(home, "02-mission-refusee");
            camille.bringsACompany(home, "Ateliers de la Rivière", Fictional.siren());
            camille.keeps(home, "03-mission");
            camille.asksTheLaw(
                    home, new FreelancerAtHome.Work("Coach agile", "Accompagnement d’équipe", "520", "BUSINESS"));
            camille.keeps(home, "04-mission-permise");
            camille.keepsTheMission(home);
            camille.bringsACompany(home, "Fonderie de la Plaine", Fictional.siren());
            camille.asksTheLaw(
                    home, new FreelancerAtHome.Work("Coach agile", "Atelier d’une journée", "520", "BUSINESS"));
            camille.keepsTheMission(home);
        }
        declares("Accompagnement d’équipe", "Atelier d’une journée", "2026-10-09");
        var numbers = approvesAndIssues("Ateliers de la Rivière", "Fonderie de la Plaine");
        // 18.5 and 1 days at 520 € without VAT, one half day and one day of prospecting, one day of leave
        collects(numbers, "11544.00", "624.00");
        theMonthIsPaid(numbers, Money.of("10140"));
    }

    @Test
    void CA21_the_cooperative_serves_the_private_individual_with_the_words_of_a_consumer() {
        anEntity(CAE, aCooperative().named("Coopérative de la Rivière"), anEntrepreneur());
        itIs("2026-10-01T07:00:00Z");
        try (var home = camille.signsIn()) {
            camille.bringsACompany(home, "Ateliers de la Rivière", Fictional.siren());
            camille.asksTheLaw(
                    home, new FreelancerAtHome.Work("Coach agile", "Accompagnement d’équipe", "400", "BUSINESS"));
            camille.keepsTheMission(home);
            camille.bringsAPrivateIndividual(home, "Dominique Particulier");
            camille.asksTheLaw(
                    home, new FreelancerAtHome.Work("Photographie", "Photographies de mariage", "600", "PRIVATE"));
            camille.keeps(home, "01-mission-permise");
            camille.keepsTheMission(home);
        }
        declares("Accompagnement d’équipe", "Photographies de mariage", "2026-10-09");
        var numbers = approvesAndIssues("Ateliers de la Rivière", "Dominique Particulier");
        collects(numbers, "8880.00", "720.00");
        theMonthIsPaid(numbers, Money.of("8000"));
    }

    private void anEntity(String story, OperatorBuilder entity, PersonBuilder person) {
        var group = GroupId.random();
        operator = house.has(entity.of(group));
        var id = operator.id();
        var freelancer = someoneOf(identity, group, id, Role.FREELANCER);
        house.has(operator, person.signedInAs(freelancer.user().id()));
        camille = new FreelancerAtHome(port, freelancer.email(), story);
        gestionnaire = new ClerkAtTheDesk(
                port,
                someoneOf(identity, group, id, Role.GESTIONNAIRE, Role.PAYROLL).email(),
                operator,
                story);
        director = new ClerkAtTheDesk(
                port, someoneOf(identity, group, id, Role.DIRECTOR).email(), operator, story);
    }

    /// Moves the clock, and forgets tries to sign in that lie in what is now the future.
    private void itIs(String instant) {
        clock.moveTo(Instant.parse(instant));
        for (var address : List.of("127.0.0.1", "0:0:0:0:0:0:0:1")) {
            sql.sql("select identity.forget_tries(sha256(?::bytea))")
                    .param("address|" + address)
                    .query((_, _) -> 1)
                    .list();
        }
    }

    private void declares(String main, String other, String otherDay) {
        itIs("2026-10-30T16:00:00Z");
        try (var home = camille.signsIn()) {
            camille.handsInAnExpense(home, "Train Lyon – Paris", "84,50", "7,68");
            camille.keeps(home, "05-frais");
            home.opens("/activite?mois=2026-10");
            home.page()
                    .locator("select[name=avec]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(main));
            home.presses("Remplir");
            camille.spends(home, "2026-10-05", "PROSPECTING", "PROSPECTING");
            camille.spends(home, "2026-10-06", main, "PROSPECTING");
            camille.spends(home, "2026-10-08", "LEAVE", "LEAVE");
            camille.spends(home, otherDay, other, other);
            camille.keeps(home, "06-activite");
            home.presses("Envoyer mes jours").arrivesAt(url -> url.contains("/mon-mois"));
            home.reads("sont envoyés à votre gestionnaire");
            camille.keeps(home, "07-mois-envoye");
        }
    }

    private List<String> approvesAndIssues(String first, String second) {
        itIs("2026-10-31T09:00:00Z");
        try (var desk = gestionnaire.signsIn()) {
            desk.reads("À traiter").reads("Comptes rendus soumis (1)").reads("Frais à vérifier (1)");
            gestionnaire.keeps(desk, "08-bureau");
            gestionnaire.approvesTheReportOf(desk, "Camille Exemple");
            gestionnaire.approvesTheExpenseOf(desk, "Camille Exemple");
            var one = gestionnaire.issuesTheInvoiceTo(desk, first);
            desk.reads("31/10/2026");
            isAFacturX(desk.downloads("Télécharger la facture"), one, first);
            var two = gestionnaire.issuesTheInvoiceTo(desk, second);
            var paper = desk.downloads("Télécharger la facture");
            isAFacturX(paper, two, second);
            if (second.equals("Dominique Particulier")) {
                assertThat(PdfText.flat(paper))
                        .contains("VOS DROITS")
                        .contains("médiateur de la consommation : Médiation de l'Exemple")
                        .contains("Client Particulier")
                        .doesNotContain("indemnité forfaitaire");
            }
            assertThat(two).isNotEqualTo(one);
            return List.of(one, two);
        }
    }

    /// The first payer says the number; the second writes nothing that helps, so that a person must look.
    private void collects(List<String> numbers, String first, String second) {
        itIs("2026-11-06T09:00:00Z");
        var statement = CamtFile.statement("R-" + operator.id())
                .account(operator.iban().value())
                .entry(first, "2026-11-05", "B1", "ATELIERS RIVIERE", "FACTURE " + numbers.getFirst())
                .entry(second, "2026-11-06", "B2", "COMPTE JOINT", "VIREMENT");
        try (var desk = gestionnaire.signsIn()) {
            gestionnaire.uploads(desk, statement.bytes());
            desk.reads("2 nouvelles lignes");
            assertThat(desk.row("FACTURE " + numbers.getFirst())).contains("rapprochée");
            gestionnaire.assigns(desk, "COMPTE JOINT", numbers.getLast());
            gestionnaire.opens(desk, "factures");
            for (var number : numbers) {
                assertThat(desk.row(number))
                        .contains("payée")
                        .anySatisfy(cell -> assertThat(cell).isEqualTo("0,00 €"));
            }
        }
    }

    private void theMonthIsPaid(List<String> numbers, Money collected) {
        itIs("2026-11-09T08:00:00Z");
        List<String> row;
        byte[] slip;
        try (var desk = gestionnaire.signsIn()) {
            gestionnaire.runsThePayroll(desk);
            row = desk.row("BP-2026-10-001");
            slip = desk.downloads("BP-2026-10-001");
        }
        var gross = Euros.in(row.get(3));
        var net = Euros.in(row.get(4));
        var cost = Euros.in(row.get(5));
        assertThat(net.isPositive() && net.compareTo(gross) < 0 && gross.compareTo(cost) < 0)
                .isTrue();
        assertThat(PdfText.flat(slip)).contains(Euros.written(net).replace(" €", ""));
        try (var desk = director.signsIn()) {
            // what the payslip says is what the bank pays; the expense within it goes by a line of its own
            var refund = Money.of("84.50");
            assertThat(director.makesTheBankFile(desk)).containsExactlyInAnyOrder(net.minus(refund), refund);
            var fec = director.downloadsTheFec(desk);
            assertThat(fec).startsWith("JournalCode\t").contains(numbers);
            assertThat(sum(fec, 11))
                    .isEqualTo(sum(fec, 12))
                    .satisfies(all -> assertThat(all.isPositive()).isTrue());
        }
        try (var home = camille.signsIn()) {
            sees(home, "ENCAISSEMENT", collected);
            sees(home, "SALAIRE_BRUT", gross.negated());
            home.opens("/solde").reads("Disponible");
            camille.keeps(home, "09-solde");
            home.opens("/bulletins");
            var mine = home.page().locator("main tbody tr").first().innerText();
            assertThat(mine.replaceAll("[\\s\u00A0\u202F]+", " "))
                    .contains(Euros.written(gross))
                    .contains(Euros.written(net));
            camille.keeps(home, "10-bulletins");
            assertThat(home.downloads("PDF")).isEqualTo(slip);
            home.opens("/mon-mois?mois=2026-10");
            camille.keeps(home, "11-mois-paye");
        }
    }

    private static void sees(Visitor home, String category, Money sum) {
        home.opens("/solde?partie=&categorie=" + category);
        assertThat(Euros.in(home.page().locator("main tfoot").innerText()))
                .as(category)
                .isEqualTo(sum);
    }

    private static void isAFacturX(byte[] paper, String number, String client) {
        assertThat(PdfA.complaints(paper)).isEmpty();
        try (var pdf = Loader.loadPDF(paper)) {
            var data = pdf.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("factur-x.xml")
                    .getEmbeddedFile()
                    .toByteArray();
            assertThat(EInvoiceRules.complaints(data)).isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(PdfText.flat(paper)).contains(number).contains(client);
    }

    private static Money sum(String fec, int column) {
        return fec.lines()
                .skip(1)
                .map(line -> Money.of(line.split("\t", -1)[column].replace(',', '.')))
                .reduce(Money.ZERO, Money::plus);
    }
}
