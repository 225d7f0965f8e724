package org.passerelle.browser;

import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.Reporting;
import org.passerelle.documents.Documents;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("The desk, looked at on a telephone and on a desk: nothing cut, no barrier")
class DeskLookTest {

    private static final Month OCTOBER = Month.of("2026-10");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Activity activity;

    @Autowired
    Expenses expenses;

    @Autowired
    Documents documents;

    @Autowired
    Invoicing invoicing;

    private Operator operator;
    private String email;
    private List<String> pages;

    @BeforeEach
    void a_month_at_the_desk() {
        var group = GroupId.random();
        operator = house.has(anOperator().of(group));
        email = someoneOf(
                        identity,
                        group,
                        operator.id(),
                        Role.GESTIONNAIRE,
                        Role.PAYROLL,
                        Role.DIRECTOR,
                        Role.ADMINISTRATOR)
                .email();
        var camille = house.has(operator, aPerson().named("Camille", "Exemple"));
        var dominique = house.has(operator, aPerson().named("Dominique", "Essai"));
        var client = house.has(operator, aClient().named("Ateliers de la Rivière"));
        var mission = house.has(camille, client, aMission());
        var other = house.has(dominique, client, aMission());
        var refused = house.has(
                dominique, house.has(operator, aConsumer()), aMission().forPrivateUse());
        var dangerous = house.has(camille, client, aMission().onDangerousWork());
        var report = submitted(camille, mission, "2026-10-12", "2026-10-13", "2026-10-17");
        var done = submitted(dominique, other, "2026-10-05", "2026-10-06");
        in(operator.id(), () -> activity.approve(done.id()));
        var draft = in(operator.id(), () -> invoicing.draftFrom(operator.id(), done.id()))
                .getFirst();
        var expense = expense(camille, mission);
        pages = List.of(
                "",
                "activites?mois=2026-10",
                "activites/" + report.id(),
                "frais",
                "frais/" + expense.id(),
                "missions",
                "missions/" + refused.id(),
                "missions/" + dangerous.id(),
                "personnes",
                "personnes/" + camille.id(),
                "personnes/nouvelle",
                "clients",
                "clients/" + client.id(),
                "clients/nouveau",
                "clients/nouveau?type=particulier",
                "factures",
                "factures/" + draft.id(),
                "banque",
                "paie?mois=2026-10",
                "virements",
                "comptabilite",
                "societe",
                "piste");
    }

    @Test
    void on_a_telephone() {
        looks(Look.PHONE);
    }

    @Test
    void on_a_desk() {
        looks(Look.DESK);
    }

    private void looks(Look look) {
        try (var visitor = Visitor.arrives(port, look)) {
            visitor.signsIn(email, SomeUsers.PASSWORD);
            int number = 0;
            for (var page : pages) {
                visitor.opens("/bureau/" + operator.id() + (page.isEmpty() ? "" : "/" + page))
                        .keeps("bureau-%02d-%s".formatted(number++, page.replaceAll("[/?=].*", "")))
                        .seesNoBarrier();
            }
        }
    }

    private ActivityReport submitted(Person person, Mission mission, String... days) {
        var lines = java.util.Arrays.stream(days)
                .map(day -> ActivityDay.onMission(LocalDate.parse(day), mission.id(), "1"))
                .toList();
        return in(operator.id(), () -> {
            var saved = (Reporting.Accepted) activity.save(person.id(), OCTOBER, lines, UUID.randomUUID());
            return ((Reporting.Accepted) activity.submit(saved.report().id())).report();
        });
    }

    private Expense expense(Person person, Mission mission) {
        return in(operator.id(), () -> {
            var receipt = documents.store(
                    operator.id(),
                    "receipt",
                    "billet.pdf",
                    "application/pdf",
                    SomeFiles.bytes(SomeFiles.pdf("billet")));
            return expenses.claim(
                    new Expense(
                            ExpenseId.random(),
                            operator.id(),
                            person.id(),
                            OCTOBER,
                            LocalDate.parse("2026-10-08"),
                            ExpenseCategory.TRAVEL,
                            "Train Lyon – Paris",
                            mission.id(),
                            Money.of("120"),
                            Money.of("20"),
                            true,
                            receipt.id(),
                            ExpenseState.SUBMITTED,
                            null),
                    UUID.randomUUID());
        });
    }
}
