package org.passerelle.workspace.data;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Activity;
import org.passerelle.activity.Expenses;
import org.passerelle.clients.Clients;
import org.passerelle.compte.Compte;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.Contracts;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.Withholding;
import org.passerelle.platform.time.Days;
import org.passerelle.workspace.data.PersonalData.Rows;
import org.passerelle.workspace.data.PersonalData.Section;
import org.springframework.stereotype.Component;

/// Gathers, through the front doors of the modules, what the house knows of one person (RG-03): nothing is left out
/// but secrets of the sign-in, which nobody can read.
@Component
public class PersonalDataReader {

    private final Operators operators;
    private final People people;
    private final Missions missions;
    private final Clients clients;
    private final Activity activity;
    private final Expenses expenses;
    private final Invoicing invoicing;
    private final Payslips payslips;
    private final Compte compte;
    private final Contracts contracts;
    private final Clock clock;

    PersonalDataReader(
            Operators operators,
            People people,
            Missions missions,
            Clients clients,
            Activity activity,
            Expenses expenses,
            Invoicing invoicing,
            Payslips payslips,
            Compte compte,
            Contracts contracts,
            Clock clock) {
        this.operators = operators;
        this.people = people;
        this.missions = missions;
        this.clients = clients;
        this.activity = activity;
        this.expenses = expenses;
        this.invoicing = invoicing;
        this.payslips = payslips;
        this.compte = compte;
        this.contracts = contracts;
        this.clock = clock;
    }

    public PersonalData of(Person person) {
        return new PersonalData(List.of(
                controller(person),
                file(person),
                terms(person),
                rates(person),
                missions(person),
                days(person),
                expenses(person),
                invoices(person),
                account(person),
                payslips(person),
                papers(person)));
    }

    /// The months in which something may have happened: from the entry to the month that runs.
    Stream<Month> months(Person person) {
        var last = Month.containing(Days.today(clock));
        return Stream.iterate(
                Month.containing(person.employment().entry()), month -> month.compareTo(last) <= 0, Month::next);
    }

    private Section controller(Person person) {
        var operator = operators.get(person.operator());
        return new Rows()
                .next()
                .put("name", operator.name())
                .put("siret", operator.siret().value())
                .put("address", operator.address().oneLine())
                .put("email", operator.email())
                .as("controller");
    }

    private Section file(Person person) {
        return new Rows()
                .next()
                .put("code", person.code())
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("birthDate", person.birthDate())
                .put("nir", person.nir().value())
                .put("address", person.address().oneLine())
                .put("email", person.email())
                .put("iban", person.iban().value())
                .put("diplomaLevel", person.qualification().diplomaLevel())
                .put("experienceMonths", person.qualification().experienceMonths())
                .put(
                        "ownSiren",
                        person.ownSiren() == null ? null : person.ownSiren().value())
                .put("sapDeclared", person.sapDeclared())
                .as("person");
    }

    private Section terms(Person person) {
        var rows = new Rows();
        for (var version : people.employments(person)) {
            var terms = version.value();
            rows.next()
                    .put("from", version.from())
                    .put("contract", terms.kind())
                    .put("entry", terms.entry())
                    .put("exit", terms.exit())
                    .put("job", terms.job())
                    .put("cadre", terms.cadre())
                    .put("hoursPerWeek", terms.hoursPerWeek().toPlainString())
                    .put("fixedPart", terms.fixedPart())
                    .put("requestedGross", terms.requestedGross());
        }
        return rows.as("terms");
    }

    private Section rates(Person person) {
        var rows = new Rows();
        for (var version : people.withholdings(person)) {
            rows.next()
                    .put("from", version.from())
                    .put("percent", version.value() instanceof Withholding.Personal(var rate) ? rate.percent() : null)
                    .put("neutral", version.value() instanceof Withholding.Neutral);
        }
        return rows.as("withholding");
    }

    private Section missions(Person person) {
        var rows = new Rows();
        for (var mission : missions.of(person.id())) {
            var terms = mission.terms();
            rows.next()
                    .put("code", mission.code())
                    .put("title", terms.title())
                    .put("client", clients.get(mission.client()).name())
                    .put("start", terms.dates().start())
                    .put("end", terms.dates().end())
                    .put("price", terms.price())
                    .put("per", terms.mode())
                    .put("state", mission.state());
        }
        return rows.as("missions");
    }

    private Section days(Person person) {
        var codes = codes(person);
        var rows = new Rows();
        months(person)
                .flatMap(month -> activity.of(person.id(), month).stream())
                .flatMap(report -> report.days().stream())
                .forEach(day -> rows.next()
                        .put("day", day.day())
                        .put("kind", day.kind())
                        .put("mission", day.mission() == null ? null : codes.apply(day.mission()))
                        .put("quantity", plain(day.quantity()))
                        .put("unit", day.unit()));
        return rows.as("days");
    }

    private Section expenses(Person person) {
        var rows = new Rows();
        months(person)
                .flatMap(month -> expenses.of(person.id(), month).stream())
                .forEach(expense -> rows.next()
                        .put("day", expense.day())
                        .put("label", expense.label())
                        .put("category", expense.category())
                        .put("gross", expense.gross())
                        .put("vat", expense.vat())
                        .put("state", expense.state()));
        return rows.as("expenses");
    }

    private Section invoices(Person person) {
        var rows = new Rows();
        for (var invoice : invoicing.issuedFor(person.operator(), person.id())) {
            rows.next()
                    .put("number", invoice.number())
                    .put("date", invoice.issueDate())
                    .put("client", invoice.clientName())
                    .put("net", invoice.totals().net())
                    .put("gross", invoice.totals().gross())
                    .put("open", invoice.open())
                    .put("state", invoice.state());
        }
        return rows.as("invoices");
    }

    private Section account(Person person) {
        var rows = new Rows();
        for (var movement : compte.of(person.operator(), person.id()).movements()) {
            rows.next()
                    .put("date", movement.date())
                    .put("pocket", movement.pocket())
                    .put("label", movement.label())
                    .put("amount", movement.amount())
                    .put("piece", movement.piece());
        }
        return rows.as("account");
    }

    private Section payslips(Person person) {
        var rows = new Rows();
        for (var payslip : payslips.history(person.operator(), person.id())) {
            rows.next()
                    .put("number", payslip.number())
                    .put("month", payslip.month())
                    .put("payDate", payslip.payDate())
                    .put("gross", payslip.gross())
                    .put("netBeforeTax", payslip.netBeforeTax())
                    .put("withheld", payslip.withheld())
                    .put("netPaid", payslip.netPaid())
                    .put("cost", payslip.cost());
        }
        return rows.as("payslips");
    }

    private Section papers(Person person) {
        var rows = new Rows();
        for (var paper : contracts.of(person.operator(), person.id())) {
            rows.next()
                    .put("code", paper.code())
                    .put("kind", paper.kind())
                    .put("state", paper.stateAt(clock.instant()))
                    .putAll(signature(paper, person));
        }
        return rows.as("papers");
    }

    /// How the person themselves signed; the others' signatures are theirs.
    private static SequencedMap<String, String> signature(Contract paper, Person person) {
        var rows = new Rows().next();
        paper.signatures().stream()
                .filter(one -> one.email().equals(person.email()))
                .findFirst()
                .ifPresent(own -> rows.put("signedAt", own.at())
                        .put("signedAs", own.name())
                        .put("signedFrom", own.address())
                        .put("signedHash", own.hash()));
        return rows.as("").rows().getFirst();
    }

    private Function<org.passerelle.kernel.MissionId, @Nullable String> codes(Person person) {
        var codes = new java.util.HashMap<org.passerelle.kernel.MissionId, String>();
        for (Mission mission : missions.of(person.id())) codes.put(mission.id(), mission.code());
        return codes::get;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
