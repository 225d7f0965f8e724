package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.Reporting;
import org.passerelle.compte.Compte;
import org.passerelle.documents.Documents;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.UserId;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.Payroll;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfText;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@Import(House.class)
@DisplayName("S-23: hostile text in every field is text on every page and in every PDF: 0 scripts run, 0 raw")
class S23_HostileTextTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final String SCRIPT = "<script>window.hacked=1</script>";
    private static final String PICTURE = "\"><img src=x onerror=\"window.hacked=1\">";
    private static final String HANDLER = "' onmouseover='window.hacked=1' x='";
    private static final String CLOSING = "</textarea></title></option><svg onload=window.hacked=1>";
    private static final String TEMPLATE = "${1337*1337} @if(true)!{var x;}@endif {{1337*1337}} #{1337*1337}";
    private static final String BACKWARDS = "\u202Efdp.exe\u202C";
    private static final String FORMULA = "=HYPERLINK(\"https://example.org\";\"x\")";
    private static final String LINK = "javascript:window.hacked=1";
    private static final String ENTITY = "&lt;script&gt; %3Cscript%3E &#60;b&#62;";

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    MovableClock clock;

    @Autowired
    Activity activity;

    @Autowired
    Expenses expenses;

    @Autowired
    Documents documents;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Payroll payroll;

    @Autowired
    Payslips payslips;

    @Autowired
    Compte compte;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort
    int port;

    private Operator operator;
    private Person person;
    private UserId freelancer;
    private UserId desk;

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    @Test
    void nowhere_is_it_more_than_text() throws IOException {
        clock.moveTo(Instant.parse("2026-11-05T09:00:00Z"));
        aHostileMonth();
        var read = new StringBuilder();
        walks(freelancer, read, Role.FREELANCER);
        walks(desk, read, Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR, Role.ADMINISTRATOR);
        for (var text : List.of(SCRIPT, PICTURE, HANDLER, CLOSING, TEMPLATE, FORMULA, LINK, ENTITY)) {
            assertThat(read.toString().replaceAll("\\s+", " ")).contains(text);
        }
        var invoice = in(operator.id(), () -> invoicing.issued(operator.id())).getFirst();
        var payslip =
                in(operator.id(), () -> payslips.all(operator.id(), OCTOBER)).getFirst();
        isOnlyPaper(in(operator.id(), () -> documents.content(invoice.pdf())), PICTURE);
        isOnlyPaper(in(operator.id(), () -> payslips.pdf(payslip)), SCRIPT);
        isOnlyPaper(in(operator.id(), () -> compte.statement(operator.id(), person.id(), OCTOBER)), SCRIPT);
    }

    private void walks(UserId user, StringBuilder read, Role... roles) {
        var who = new SignedIn(user, GroupId.random(), "x", Map.of(OperatorId.random(), java.util.Set.of(roles)));
        var walk = Walk.of(
                mapping,
                who,
                Map.of("/activite", List.of("/activite?mois=2026-10"), "/frais", List.of("/frais?mois=2026-10")));
        try (var visitor = Visitor.arrives(port, Look.DESK)) {
            visitor.hasSession(identity.signIn(user, SCRIPT));
            walk.through(visitor, (address, _) -> {
                visitor.opens(address);
                read.append(visitor.page().evaluate(EVERYTHING));
                assertThat(visitor.page().evaluate(RAN)).as(address).isEqualTo(List.of());
            });
        }
    }

    /// All that is written, in what was typed too.
    private static final String EVERYTHING = """
            () => document.body.textContent + ' ' + [...document.querySelectorAll('input, textarea, option')]
                .map(e => e.value).join(' ')""";

    /// Shakes everything, then says what ran and what stands in the page as more than text.
    private static final String RAN = """
            () => {
              for (const each of document.querySelectorAll('*')) {
                for (const kind of ['mouseover', 'focus', 'error', 'load', 'click']) {
                  if (kind !== 'click') each.dispatchEvent(new Event(kind));
                }
              }
              const found = [];
              if (window.hacked) found.push('a script ran');
              for (const each of document.querySelectorAll('*')) {
                for (const attribute of each.attributes) {
                  if (attribute.name.startsWith('on')) found.push(attribute.name);
                  if (/^(href|src|action|formaction)$/.test(attribute.name) && /^\\s*javascript:/i.test(attribute.value))
                    found.push(attribute.value);
                }
              }
              if (document.querySelector('script:not([src]), img[src="x"], svg[onload], b')) found.push('a raw element');
              if (document.documentElement.textContent.includes('1787569')) found.push('a template was evaluated');
              return found;
            }""";

    /// The words are there, and nothing that acts.
    private static void isOnlyPaper(byte[] pdf, String words) throws IOException {
        assertThat(PdfText.flat(pdf)).contains(words.substring(0, 12)).doesNotContain("1787569");
        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getOpenAction()).isNull();
            assertThat(catalog.getNames() == null ? null : catalog.getNames().getJavaScript())
                    .isNull();
            assertThat(catalog.getAcroForm()).isNull();
            for (var page : document.getPages())
                assertThat(page.getAnnotations()).isEmpty();
        }
    }

    /// Every field that a person can fill, in a month from the mission to the payslip.
    private void aHostileMonth() {
        var group = GroupId.random();
        operator = house.has(anOperator().of(group).named("Portage " + ENTITY));
        freelancer = someoneOf(identity, group, operator.id(), Role.FREELANCER)
                .user()
                .id();
        desk = someoneOf(
                        identity,
                        group,
                        operator.id(),
                        Role.GESTIONNAIRE,
                        Role.PAYROLL,
                        Role.DIRECTOR,
                        Role.ADMINISTRATOR)
                .user()
                .id();
        var street = new PostalAddress(HANDLER, CLOSING, "69003", FORMULA, "FR");
        person = house.has(
                operator,
                aPerson()
                        .signedInAs(freelancer)
                        .named(SCRIPT, HANDLER)
                        .workingAs(TEMPLATE)
                        .livingAt(street));
        var client = house.has(operator, aClient().named(PICTURE).livingAt(street));
        var consumer = house.has(operator, aConsumer().named(CLOSING).livingAt(street));
        var mission = house.has(person, client, aMission().titled(TEMPLATE).orderedAs(LINK));
        house.has(person, client, aMission().titled(FORMULA + BACKWARDS).from("2026-11-01", "2026-12-31"));
        house.has(person, consumer, aMission().titled(ENTITY).forPrivateUse());
        spent(mission, LINK, true);
        spent(mission, FORMULA, false);
        var report = worked(mission);
        in(operator.id(), () -> activity.giveBack(report, HANDLER));
        in(operator.id(), () -> activity.submit(report));
        in(operator.id(), () -> activity.approve(report));
        var draft = in(operator.id(), () -> invoicing.draftFrom(operator.id(), report))
                .getFirst();
        var issued = (Issuance.Issued) in(
                operator.id(),
                () -> invoicing.issue(operator.id(), draft.id(), LocalDate.of(2026, 10, 31), UUID.randomUUID()));
        in(
                operator.id(),
                () -> invoicing.settle(
                        operator.id(),
                        issued.invoice().id(),
                        issued.invoice().open(),
                        BankLineId.random(),
                        LocalDate.of(2026, 11, 2)));
        in(operator.id(), () -> payroll.run(operator.id(), OCTOBER, LocalDate.of(2026, 11, 4), UUID.randomUUID()));
    }

    private org.passerelle.kernel.ActivityReportId worked(Mission mission) {
        var days = new ArrayList<ActivityDay>();
        IntStream.rangeClosed(1, 30)
                .mapToObj(day -> LocalDate.of(2026, 10, day))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .limit(18)
                .forEach(day -> days.add(ActivityDay.onMission(day, mission.id(), "1")));
        return in(operator.id(), () -> {
            var saved = (Reporting.Accepted) activity.save(person.id(), OCTOBER, days, UUID.randomUUID());
            return ((Reporting.Accepted) activity.submit(saved.report().id()))
                    .report()
                    .id();
        });
    }

    private void spent(Mission mission, String label, boolean approved) {
        in(operator.id(), () -> {
            var receipt = documents.store(
                    operator.id(),
                    "receipt",
                    PICTURE + ".pdf",
                    "application/pdf",
                    SomeFiles.bytes(SomeFiles.pdf("un")));
            var expense = expenses.claim(
                    new Expense(
                            ExpenseId.random(),
                            operator.id(),
                            person.id(),
                            OCTOBER,
                            LocalDate.parse("2026-10-08"),
                            ExpenseCategory.TRAVEL,
                            label,
                            mission.id(),
                            Money.of("120"),
                            Money.of("20"),
                            false,
                            receipt.id(),
                            ExpenseState.SUBMITTED,
                            null),
                    UUID.randomUUID());
            return approved ? expenses.approve(expense.id()) : expense;
        });
    }
}
