package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.Reporting;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payroll;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.Person;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("R-07, S-23: a payslip is corrected at the desk with a reason, and the person reads both")
class R07_CorrectionPageTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final String HOSTILE = "<script>alert('paie')</script> \u202E& \"motif\"";

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Activity activity;

    @Autowired
    Ledger ledger;

    @Autowired
    Payroll payroll;

    @Autowired
    Payslips payslips;

    private Operator operator;
    private SomeUsers.Someone camille;
    private Person person;
    private IssuedPayslip first;

    @BeforeEach
    void a_payslip() {
        operator = house.has(anOperator().of(GroupId.random()));
        camille = someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        person = house.has(operator, aPerson().signedInAs(camille.user().id()));
        var mission = house.has(person, house.has(operator, aClient()), aMission());
        var days = OCTOBER.days()
                .days()
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .limit(15)
                .map(day -> ActivityDay.onMission(day, mission.id(), "1"))
                .toList();
        first = in(operator.id(), () -> {
            var saved = (Reporting.Accepted) activity.save(person.id(), OCTOBER, days, UUID.randomUUID());
            activity.submit(saved.report().id());
            activity.approve(saved.report().id());
            ledger.post(Entry.on(operator.id(), "CA", LocalDate.of(2026, 10, 20), "collected")
                    .label("Encaissement")
                    .debit("909000", Money.of("8000"))
                    .line(Line.ofWorker(
                            "901100", person.id(), Money.of("8000"), "Encaissement", "ENCAISSEMENT", "contrat"))
                    .entry());
            return payroll.run(operator.id(), OCTOBER, LocalDate.of(2026, 10, 30), UUID.randomUUID())
                    .payslips()
                    .getFirst();
        });
    }

    @Test
    void the_form_comes_back_with_what_is_wrong_and_what_was_typed() {
        var desk = signedIn(Role.PAYROLL);
        assertThat(desk.get(href()).statusCode()).isEqualTo(200);
        for (var wrong : List.of(
                Map.of("motif", "", "date", "2026-11-27"),
                Map.of("motif", "x".repeat(301), "date", "2026-11-27"),
                Map.of("motif", HOSTILE, "brut", "-5", "date", "2026-11-27"),
                Map.of("motif", HOSTILE, "brut", "beaucoup", "date", "2026-11-27"),
                Map.of("motif", HOSTILE, "brut", "3000", "date", "le 31 février"))) {
            var answer = desk.post(href(), with(wrong));
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("<script>alert");
        }
        assertThat(in(operator.id(), () -> payslips.history(operator.id(), OCTOBER)))
                .hasSize(1);
    }

    @Test
    void a_correction_is_made_once_and_the_person_reads_both_and_the_reason_as_text() {
        var desk = signedIn(Role.PAYROLL);
        desk.get(href());
        var form = with(Map.of("motif", HOSTILE, "brut", "3000", "date", "2026-11-27"));

        assertThat(desk.post(href(), form).statusCode()).isEqualTo(303);
        assertThat(desk.post(href(), form).statusCode()).isEqualTo(303);

        var history = in(operator.id(), () -> payslips.history(operator.id(), OCTOBER));
        assertThat(history).hasSize(2);
        var page = signedIn(camille).get("/bulletins").body();
        assertThat(page)
                .contains("Annulé et remplacé par le bulletin BP-2026-10-002")
                .contains("Annule et remplace le bulletin BP-2026-10-001")
                .contains("&lt;script&gt;alert(")
                .doesNotContain("<script>alert");
        assertThat(desk.get("/bureau/" + operator.id() + "/paie?mois=2026-10").body())
                .contains("annulé et remplacé")
                .contains("rectificatif");
        assertThat(desk.get(href()).body()).contains("déjà annulé et remplacé");
    }

    @Test
    void S10_only_who_runs_the_payroll_may() {
        for (var role : Role.values()) {
            var answer = signedIn(role).get(href());
            assertThat(answer.statusCode())
                    .as(role.name())
                    .isIn(role == Role.PAYROLL ? List.of(200) : List.of(403, 404));
        }
    }

    private String href() {
        return "/bureau/" + operator.id() + "/paie/bulletins/" + first.id() + "/correction";
    }

    private static Map<String, String> with(Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("intent", UUID.randomUUID().toString());
        return form;
    }

    private Client signedIn(Role role) {
        return signedIn(someoneOf(identity, operator.group(), operator.id(), role));
    }

    private Client signedIn(SomeUsers.Someone who) {
        var browser = new Client(port);
        assertThat(browser.signIn(who.email(), SomeUsers.PASSWORD).statusCode()).isEqualTo(303);
        browser.get("/bulletins");
        return browser;
    }
}
