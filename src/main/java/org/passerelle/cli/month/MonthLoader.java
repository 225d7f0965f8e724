package org.passerelle.cli.month;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.Reporting;
import org.passerelle.banking.Export;
import org.passerelle.banking.ImportReport;
import org.passerelle.banking.PaymentFile;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.banking.Statements;
import org.passerelle.cli.month.MonthFailed.Refusal;
import org.passerelle.cli.month.MonthFolder.ActivityLine;
import org.passerelle.cli.month.MonthFolder.Entity;
import org.passerelle.cli.month.MonthFolder.ExpenseLine;
import org.passerelle.cli.month.MonthFolder.MissionLine;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.Contracts;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.identity.Identity;
import org.passerelle.invoicing.DraftInvoice;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Severity;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Opening;
import org.passerelle.operators.Operators;
import org.passerelle.payroll.Payroll;
import org.passerelle.payroll.PayrollRun;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.Registration;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lives a month of a folder through the front doors that the screens use. Every act has an intent that
/// follows from the folder, so that loading the same folder again changes nothing.
@Component
public class MonthLoader {

    private static final String PREPARES = "month:payroll";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy"); // as findings list days
    private static final String EXPORTS = "month:director";

    private final Identity identity;
    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Missions missions;
    private final Activity activity;
    private final Expenses expenses;
    private final Documents documents;
    private final Invoicing invoicing;
    private final Statements statements;
    private final Payroll payroll;
    private final PaymentOrders orders;
    private final Contracts contracts;
    private final TransactionTemplate transaction;

    MonthLoader(
            Identity identity,
            Operators operators,
            People people,
            Clients clients,
            Missions missions,
            Activity activity,
            Expenses expenses,
            Documents documents,
            Invoicing invoicing,
            Statements statements,
            Payroll payroll,
            PaymentOrders orders,
            Contracts contracts,
            PlatformTransactionManager transactions) {
        this.identity = identity;
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
        this.activity = activity;
        this.expenses = expenses;
        this.documents = documents;
        this.invoicing = invoicing;
        this.statements = statements;
        this.payroll = payroll;
        this.orders = orders;
        this.contracts = contracts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param progress told after each step: the key below `month.step.` and its values
    /// @throws MonthFailed when a door refuses
    public MonthResult load(MonthFolder folder, BiConsumer<String, List<String>> progress) {
        for (var group : folder.groups()) identity.createGroup(group.id(), group.name());
        var results = new ArrayList<MonthResult.OfEntity>();
        for (var entity : folder.operators()) {
            var scope = Scope.of(PREPARES, entity.operator().id());
            results.add(Scopes.<MonthResult.OfEntity, RuntimeException>call(
                    scope, () -> new OneEntity(folder, entity, progress).live()));
        }
        return new MonthResult(folder.month(), results);
    }

    /// The month of one legal entity; runs in its scope.
    private final class OneEntity {

        private final MonthFolder folder;
        private final Entity entity;
        private final OperatorId operator;
        private final BiConsumer<String, List<String>> progress;
        private final Map<String, Mission> agreed = new LinkedHashMap<>();

        OneEntity(MonthFolder folder, Entity entity, BiConsumer<String, List<String>> progress) {
            this.folder = folder;
            this.entity = entity;
            this.operator = entity.operator().id();
            this.progress = progress;
        }

        MonthResult.OfEntity live() {
            if (operators.open(entity.operator()) instanceof Opening.Refused(var findings)) {
                throw new MonthFailed(Refusal.of(
                        folder.places().get(operator),
                        "operator",
                        entity.operator().name(),
                        findings));
            }
            parties();
            if (!entity.papers().isEmpty()) contracts.sayHouse(operator, entity.papers());
            var proposed = propose();
            var reports = report();
            issue(reports);
            var imports = bank();
            var run = pay();
            var file = export();
            return new MonthResult.OfEntity(
                    entity.code(),
                    entity.operator(),
                    ours(),
                    proposed,
                    invoicing.issued(operator).stream()
                            .sorted(Comparator.comparing(IssuedInvoice::number))
                            .toList(),
                    imports,
                    statements.waiting(operator),
                    run,
                    file);
        }

        private List<Person> ours() {
            return folder.people().stream()
                    .filter(person -> person.operator().equals(operator))
                    .toList();
        }

        private void tell(String key, Object... values) {
            var texts = new ArrayList<String>();
            texts.add(entity.operator().name());
            for (var value : values) texts.add(value.toString());
            progress.accept(key, texts);
        }

        private void parties() {
            var refused = new ArrayList<Refusal>();
            for (var person : ours()) {
                if (people.find(person.id()).isPresent()) continue;
                if (people.register(person, Ids.of("register", person.id()))
                        instanceof Registration.Refused(var findings)) {
                    refused.add(Refusal.of(folder.places().get(person.id()), "person", person.name(), findings));
                }
            }
            if (!refused.isEmpty()) throw new MonthFailed(refused);
            for (var client : folder.clients()) {
                if (!client.operator().equals(operator)
                        || clients.find(client.id()).isPresent()) continue;
                clients.register(client, Ids.of("register", client.id()));
            }
        }

        private List<Mission> propose() {
            var proposed = new ArrayList<Mission>();
            for (var line : folder.missions()) {
                if (!line.person().operator().equals(operator)) continue;
                var intent = Ids.of("propose", operator, line.code());
                var mission = missions.byCode(operator, line.code())
                        .orElseGet(() -> missions.propose(
                                        line.person().id(), line.client().id(), line.code(), line.terms(), intent)
                                .mission());
                proposed.add(mission);
                if (mission.state() == MissionState.AGREED) agreed.put(line.code(), mission);
            }
            tell("missions", agreed.size(), proposed.size() - agreed.size());
            return proposed;
        }

        private List<ActivityReport> report() {
            int claimed = 0;
            for (var line : folder.expenses()) {
                if (line.person().operator().equals(operator)) {
                    claim(line);
                    claimed++;
                }
            }
            var reports = new ArrayList<ActivityReport>();
            var refused = new ArrayList<Refusal>();
            for (var person : ours()) {
                var lines = folder.activity().stream()
                        .filter(line -> line.person().id().equals(person.id()))
                        .toList();
                if (lines.isEmpty()) continue;
                switch (report(person, lines)) {
                    case Reporting.Accepted(var report) -> reports.add(report);
                    case Reporting.Refused(var findings) -> {
                        for (var finding : findings) {
                            if (finding.severity() == Severity.REFUSE) refused.add(refusal(person, lines, finding));
                        }
                    }
                }
            }
            if (!refused.isEmpty()) throw new MonthFailed(refused);
            tell("activity", reports.size(), claimed);
            return reports;
        }

        private ActivityDay day(ActivityLine line) {
            return new ActivityDay(line.day(), line.kind(), mission(line.mission()), line.quantity(), line.unit());
        }

        /// Work on a mission that was refused is refused by the report's own door, which says why.
        private @Nullable MissionId mission(@Nullable String code) {
            if (code == null) return null;
            return missions.byCode(operator, code).orElseThrow().id();
        }

        private void claim(ExpenseLine line) {
            var id = new ExpenseId(Ids.of("expense", operator, folder.month(), line.number()));
            var intent = Ids.of("claim", id);
            transaction.executeWithoutResult(_ -> {
                if (expenses.claimed(operator, intent).isPresent()) return;
                var type = line.receiptName().endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
                var receipt = documents.storeFor(
                        line.person().id().value(),
                        Keeping.RECEIPT,
                        operator,
                        "receipt",
                        line.receiptName(),
                        type,
                        line.receipt());
                expenses.claim(
                        new Expense(
                                id,
                                operator,
                                line.person().id(),
                                folder.month(),
                                line.day(),
                                line.category(),
                                line.label(),
                                mission(line.mission()),
                                line.gross(),
                                line.vat(),
                                line.rebilled(),
                                receipt.id(),
                                ExpenseState.SUBMITTED,
                                null),
                        intent);
            });
            expenses.approve(id);
        }

        private Reporting report(Person person, List<ActivityLine> lines) {
            var known = activity.of(person.id(), folder.month());
            if (known.isPresent() && !known.get().state().isOpen()) return handedIn(known.get());
            var days = lines.stream().map(this::day).toList();
            var intent = Ids.of("report", person.id(), folder.month());
            var reporting = activity.save(person.id(), folder.month(), days, intent);
            return reporting instanceof Reporting.Accepted(var saved) ? handedIn(saved) : reporting;
        }

        private Reporting handedIn(ActivityReport report) {
            var reporting = activity.submit(report.id());
            return reporting instanceof Reporting.Accepted(var submitted)
                    ? activity.approve(submitted.id())
                    : reporting;
        }

        /// At the first line that the finding names by its day or its mission, else at the person's first one.
        private Refusal refusal(Person person, List<ActivityLine> lines, Finding finding) {
            var named = finding.data();
            var line = lines.stream()
                    .filter(one -> named.getOrDefault("days", "").contains(DAY.format(one.day()))
                            || named.getOrDefault("mission", "").equals(one.mission()))
                    .findFirst()
                    .orElse(lines.getFirst());
            return Refusal.of(line.place(), "report", person.name(), List.of(finding));
        }

        /// In the order of the missions' codes, so that numbers do not depend on chance.
        private void issue(List<ActivityReport> reports) {
            var codes = new HashMap<MissionId, String>();
            agreed.forEach((code, mission) -> codes.put(mission.id(), code));
            var drafts = new ArrayList<DraftInvoice>();
            for (var report : reports) drafts.addAll(invoicing.draftFrom(operator, report.id()));
            drafts.sort(Comparator.comparing(draft -> Objects.requireNonNull(codes.get(draft.mission()))));
            var total = Money.ZERO;
            int count = 0;
            for (var draft : drafts) {
                var code = Objects.requireNonNull(codes.get(draft.mission()));
                var intent = Ids.of("issue", operator, code, folder.month());
                switch (invoicing.issue(operator, draft.id(), folder.invoiceDate(), intent)) {
                    case Issuance.Issued(var invoice) -> {
                        total = total.plus(invoice.totals().gross());
                        count++;
                    }
                    case Issuance.Refused refused ->
                        throw new MonthFailed(new Refusal(
                                place(code),
                                "invoice",
                                code,
                                texts -> String.join(
                                        " ",
                                        refused.obstacles().stream()
                                                .map(one -> texts.localize(one.messageKey(), one.data()))
                                                .toList())));
                    case Issuance.Conflict() ->
                        throw new MonthFailed(Refusal.of(place(code), "invoice", code, List.of()));
                }
            }
            tell("invoices", count, total);
        }

        private @Nullable Place place(String mission) {
            return folder.missions().stream()
                    .filter(line -> line.code().equals(mission)
                            && line.person().operator().equals(operator))
                    .map(MissionLine::place)
                    .findFirst()
                    .orElse(null);
        }

        private List<ImportReport> bank() {
            var imports = new ArrayList<ImportReport>();
            int lines = 0;
            for (var file : folder.statements()) {
                if (!file.operator().equals(operator)) continue;
                var report = statements.importFile(operator, file.content());
                imports.add(report);
                for (var one : report.statements()) lines += one.newLines() + one.knownLines();
            }
            int waiting = statements.waiting(operator).size();
            tell("bank", lines, lines - waiting, waiting);
            return imports;
        }

        private PayrollRun pay() {
            var intent = Ids.of("payroll", operator, folder.month());
            var run = payroll.run(operator, folder.month(), folder.payDate(), intent);
            var total = run.payslips().stream().map(p -> p.netPaid()).reduce(Money.ZERO, Money::plus);
            tell("payroll", run.payslips().size(), total, run.notPaid().size());
            return run;
        }

        private @Nullable PaymentFile export() {
            LocalDate day = folder.payDate();
            var intent = Ids.of("export", operator, folder.month());
            Export export = Scopes.<Export, RuntimeException>call(
                    Scope.of(EXPORTS, operator), () -> orders.export(operator, day, intent));
            return switch (export) {
                case Export.Exported(var file) -> file;
                case Export.Refused(var findings) -> {
                    if (findings.stream().allMatch(finding -> finding.variant().equals("nothing"))) yield null;
                    throw new MonthFailed(Refusal.of(
                            folder.places().get(operator),
                            "operator",
                            entity.operator().name(),
                            findings));
                }
            };
        }
    }
}
