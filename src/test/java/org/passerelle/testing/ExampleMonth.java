package org.passerelle.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.activity.Activity;
import org.passerelle.activity.Expenses;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.banking.Statements;
import org.passerelle.cli.month.MonthFolder;
import org.passerelle.cli.month.MonthLoader;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.Sending;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.deadlines.Fact;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.gatherings.Gatherings;
import org.passerelle.gatherings.SomeSeats;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.joining.Declaration;
import org.passerelle.joining.Joining;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.core.HireMessage;
import org.passerelle.joining.store.DeclarationStore;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.passerelle.marketplace.Market;
import org.passerelle.marketplace.OfferState;
import org.passerelle.marketplace.SomeOffers;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// October 2026 as examples/2026-10 tells it, lived through the front doors; and real ids of what came of it, by the
/// name that a path gives them.
@TestComponent
public class ExampleMonth {

    public static final Month OCTOBER = Month.of("2026-10");

    private final MonthLoader loader;
    private final People people;
    private final Clients clients;
    private final Missions missions;
    private final Activity activity;
    private final Expenses expenses;
    private final Invoicing invoicing;
    private final Statements statements;
    private final PaymentOrders orders;
    private final Payslips payslips;
    private final Contracts contracts;
    private final Deadlines deadlines;
    private final Joining joining;
    private final Market market;
    private final Gatherings gatherings;
    private final DeclarationStore declarations;
    private final TransactionTemplate scoped;

    ExampleMonth(
            MonthLoader loader,
            People people,
            Clients clients,
            Missions missions,
            Activity activity,
            Expenses expenses,
            Invoicing invoicing,
            Statements statements,
            PaymentOrders orders,
            Payslips payslips,
            Contracts contracts,
            Deadlines deadlines,
            Joining joining,
            Market market,
            Gatherings gatherings,
            DeclarationStore declarations,
            PlatformTransactionManager transactions) {
        this.scoped = new TransactionTemplate(transactions);
        this.joining = joining;
        this.market = market;
        this.gatherings = gatherings;
        this.declarations = declarations;
        this.loader = loader;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
        this.activity = activity;
        this.expenses = expenses;
        this.invoicing = invoicing;
        this.statements = statements;
        this.orders = orders;
        this.payslips = payslips;
        this.contracts = contracts;
        this.deadlines = deadlines;
    }

    /// Lives it, or finds it lived.
    ///
    /// @return its entities: the portage company, then the cooperative
    public List<Operator> lived() {
        var folder = MonthFolder.read(Path.of("examples/2026-10"));
        loader.load(folder, (_, _) -> {});
        var entities =
                folder.operators().stream().map(entity -> entity.operator()).toList();
        for (var entity : entities) {
            in(entity.id(), () -> papers(entity.id()));
            in(entity.id(), () -> clocks(entity.id()));
            in(entity.id(), () -> scoped.execute(_ -> newcomer(entity)));
            in(entity.id(), () -> offers(entity.id()));
        }
        return entities;
    }

    /// A paper of each person, sent to be signed.
    private int papers(OperatorId operator) {
        contracts.sayHouse(operator, SomePapers.HOUSE);
        for (var person : people.all(operator)) {
            var kind = Contracts.kindOf(person.employment().kind());
            var mission = missions.of(person.id()).stream()
                    .filter(one -> kind.isOfMission())
                    .map(one -> one.id())
                    .findFirst()
                    .orElse(null);
            var intent = UUID.nameUUIDFromBytes(("paper " + person.id()).getBytes(StandardCharsets.UTF_8));
            var paper = contracts.draft(kind, person.id(), mission, intent);
            if (paper.state() == ContractState.DRAFT) contracts.say(paper.id(), SomePapers.PAPER);
            assertThat(contracts.send(paper.id())).isInstanceOf(Sending.Sent.class);
        }
        return 0;
    }

    /// A date that the desk told, and the clocks that run.
    private int clocks(OperatorId operator) {
        var intent = UUID.nameUUIDFromBytes(("date " + operator).getBytes(StandardCharsets.UTF_8));
        var change = new Fact(FactKind.ENTITY_CHANGES, Subject.of(operator), LocalDate.of(2027, 1, 15));
        deadlines.tell(operator, change, intent);
        return deadlines.recompute(operator);
    }

    /// The public may offer work; one offer is read by everybody, another waits.
    private int offers(OperatorId operator) {
        if (!market.all(operator).isEmpty()) return 0;
        market.door(operator, true);
        SomeSeats.booked(gatherings, operator);
        var terms = SomeOffers.company("Développement d’un outil de paie", "Un outil pour la paie d’une PME.");
        SomeOffers.published(market, operator, terms);
        SomeOffers.waits(market, operator, SomeOffers.company("Une maquette", "Un site de trois pages."));
        return 1;
    }

    /// Somebody who joins with a proof in hand, and a declaration of hiring of the first worker.
    private int newcomer(Operator operator) {
        var user = new UserId(UUID.nameUUIDFromBytes(("newcomer " + operator.id()).getBytes(StandardCharsets.UTF_8)));
        var file = joining.open(operator.id(), user, "nouveau@example.org", Map.of("firstName", "Noé"));
        var pdf = SomeFiles.bytes(SomeFiles.pdf("pièce"));
        if (file.proofs().isEmpty()) {
            joining.attach(file.id(), ProofKind.IDENTITY, "piece.pdf", pdf, null, user.value());
        }
        var first = people.all(operator.id()).getFirst();
        if (!declarations.of(operator.id(), first.id()).isEmpty()) return 0;
        var at = first.employment().entry().atTime(9, 0);
        var message = new HireMessage(
                        operator.siret(),
                        operator.name(),
                        operator.ape(),
                        "827",
                        operator.address(),
                        "0400000000",
                        first.lastName(),
                        first.firstName(),
                        first.nir(),
                        first.birthDate(),
                        "Lyon",
                        at,
                        null,
                        "CDI",
                        "01",
                        true)
                .xml();
        var when = at.toInstant(java.time.ZoneOffset.UTC);
        var made = new Declaration(
                UUID.randomUUID(),
                operator.id(),
                first.id(),
                when,
                "0".repeat(64),
                when,
                Declaration.Answer.AWAITED,
                null,
                null,
                null);
        declarations.insert(made, message, "a test");
        return 1;
    }

    public Person person(OperatorId operator, String code) {
        return in(operator, () -> people.byCode(operator, code)).orElseThrow();
    }

    public Person signingIn(Person person, org.passerelle.kernel.UserId user) {
        return in(person.operator(), () -> people.signsIn(person.id(), user));
    }

    /// What a desk of the entity can open.
    ///
    /// @param variable as the paths name it: `invoice`, `person` …
    /// @return empty for a name that nobody knows
    public List<String> ids(OperatorId operator, String variable) {
        return in(operator, () -> switch (variable) {
            case "operator" -> List.of(operator.toString());
            case "year" -> List.of("2026");
            case "person" -> texts(people.all(operator).stream().map(Person::id));
            case "client" -> texts(clients.all(operator).stream().map(one -> one.id()));
            case "mission" ->
                texts(people.all(operator).stream()
                        .flatMap(person -> missions.of(person.id()).stream())
                        .map(one -> one.id()));
            case "report" -> texts(activity.all(operator, OCTOBER).stream().map(one -> one.id()));
            case "expense" -> texts(expenses.all(operator, OCTOBER).stream().map(one -> one.id()));
            case "invoice" -> texts(invoicing.issued(operator).stream().map(one -> one.id()));
            case "line" ->
                texts(statements.waiting(operator).stream()
                        .map(one -> one.line().id()));
            case "file" -> texts(orders.files(operator).stream().map(one -> one.id()));
            case "application" -> texts(joining.all(operator).stream().map(one -> one.id()));
            case "proof" ->
                texts(joining.all(operator).stream()
                        .flatMap(one -> one.proofs().stream())
                        .map(one -> one.id()));
            case "declaration" -> declarations(operator);
            case "seance" -> texts(gatherings.sessions(operator).stream().map(one -> one.id()));
            case "offer" -> texts(market.all(operator).stream().map(one -> one.id()));
            case "contract" -> texts(contracts.all(operator).stream().map(one -> one.id()));
            case "deadline" ->
                texts(deadlines.of(operator).stream().map(one -> one.deadline().id()));
            case "fact" -> texts(deadlines.facts(operator).stream().map(one -> one.id()));
            case "payslip" -> texts(payslips.all(operator, OCTOBER).stream().map(one -> one.id()));
            default -> List.of();
        });
    }

    private List<String> declarations(OperatorId operator) {
        var first = people.all(operator).getFirst().id();
        var found = scoped.execute(_ -> declarations.of(operator, first));
        return texts(java.util.Objects.requireNonNull(found).stream().map(Declaration::id));
    }

    /// What that person can open of their own.
    public List<String> idsOf(Person person, String variable) {
        var operator = person.operator();
        return in(operator, () -> switch (variable) {
            case "mission" -> texts(missions.of(person.id()).stream().map(one -> one.id()));
            case "invoice" ->
                texts(invoicing.issuedFor(operator, person.id()).stream().map(one -> one.id()));
            case "expense" -> texts(expenses.of(person.id(), OCTOBER).stream().map(one -> one.id()));
            case "contract" ->
                texts(contracts.of(operator, person.id()).stream().map(one -> one.id()));
            case "payslip" -> texts(payslips.of(operator, person.id()).stream().map(one -> one.id()));
            // one that waits at the desk: no worker can open it
            case "offer" ->
                texts(market.all(operator).stream()
                        .filter(one -> one.state() == OfferState.WAITING)
                        .map(one -> one.id()));
            default -> List.of();
        });
    }

    private static List<String> texts(Stream<?> ids) {
        return ids.map(Object::toString).toList();
    }
}
