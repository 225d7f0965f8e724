package org.passerelle.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.banking.core.Pain001;
import org.passerelle.banking.core.TargetDays;
import org.passerelle.banking.core.TransferBatch;
import org.passerelle.banking.core.TransferFile;
import org.passerelle.banking.store.OrderStore;
import org.passerelle.banking.store.StatementStore;
import org.passerelle.documents.Documents;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PaymentOrderId;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Transfers out: prepared by payroll, exported by somebody else, confirmed by the bank's statement (R-13,
/// S-16).
@Service
public class PaymentOrders {

    private final OrderStore store;
    private final StatementStore desk;
    private final Operators operators;
    private final People people;
    private final Documents documents;
    private final Trail trail;
    private final Intents intents;
    private final Laws laws;
    private final Clock clock;

    PaymentOrders(
            OrderStore store,
            StatementStore desk,
            Operators operators,
            People people,
            Documents documents,
            Trail trail,
            Intents intents,
            Laws laws,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.operators = operators;
        this.people = people;
        this.documents = documents;
        this.trail = trail;
        this.intents = intents;
        this.laws = laws;
        this.clock = clock;
    }

    /// Notes a transfer to be made. The same subject again is the same order.
    ///
    /// @throws IllegalStateException when the subject was ordered before with another amount or payee
    @Transactional
    public PaymentOrder prepare(PaymentRequest request) {
        store.insert(PaymentOrderId.random(), request, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var order = store.bySubject(request.operator(), request.subject()).orElseThrow();
        var before = order.request();
        if (!before.amount().equals(request.amount()) || !before.creditorIban().equals(request.creditorIban())) {
            throw new IllegalStateException(request.subject() + " was ordered before with another amount or payee");
        }
        return order;
    }

    /// Withdraws the transfer of a subject unless it is in a file already.
    ///
    /// @return what was or will be paid for the subject all the same: zero once withdrawn
    @Transactional
    public Money withdraw(OperatorId operator, String subject, String reason) {
        desk.lockDesk(operator);
        var order = store.bySubject(operator, subject).orElse(null);
        if (order == null || order.state() == PaymentOrderState.WITHDRAWN) return Money.ZERO;
        if (order.state() != PaymentOrderState.PREPARED) return order.request().amount();
        store.withdraw(operator, order.id(), reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
        trail.record(
                operator,
                "payment_order.withdrawn",
                "payment_order",
                order.id().toString(),
                Map.of("reference", order.request().reference()));
        return Money.ZERO;
    }

    /// Prepared orders that wait because their bank account was named a short while ago, each with the moment from
    /// which a file takes it (KY-02).
    @Transactional(readOnly = true)
    public List<Finding> held(OperatorId operator) {
        var cooling = people.coolingIbans(operator);
        var law = laws.on(Days.today(clock));
        return prepared(operator).stream()
                .filter(order -> cooling.containsKey(order.request().creditorIban()))
                .map(order -> new Finding(
                        "KY-02",
                        "held",
                        Severity.WARN,
                        law.text("article_KY-02"),
                        Map.of(
                                "name", order.request().creditorName(),
                                "until",
                                        Days.of(Objects.requireNonNull(cooling.get(
                                                        order.request().creditorIban())))
                                                .toString()),
                        law.versions("IBAN_COOLING_HOURS"),
                        law.day()))
                .toList();
    }

    /// Puts every prepared order due on that day into one file, for good. Those to a bank account that was named a
    /// short while ago wait for the next file (KY-02).
    ///
    /// @param executionDate a day on which banks settle (TARGET)
    /// @param intent made by the caller; the same again returns the first file
    /// @throws org.passerelle.platform.once.IntentReused when the intent was for another day
    @Transactional
    public Export export(OperatorId operator, LocalDate executionDate, UUID intent) {
        desk.lockDesk(operator);
        var wish = intents.wish(operator, intent, "payment_file", executionDate);
        var earlier = store.exportedBy(operator, intent);
        if (earlier.isPresent()) return new Export.Exported(earlier.get());
        if (!TargetDays.isOpen(executionDate)) {
            return refused("R-13", "target", Map.of("date", executionDate.toString()));
        }
        var cooling = people.coolingIbans(operator);
        var all = store.due(operator, executionDate);
        var due = all.stream()
                .filter(order -> !cooling.containsKey(order.request().creditorIban()))
                .toList();
        if (due.isEmpty() && !all.isEmpty()) return new Export.Refused(held(operator));
        if (due.isEmpty()) return refused("R-13", "nothing", Map.of());
        var actor = Scopes.current().actor();
        if (store.fourEyes(operator)
                && due.stream().anyMatch(order -> order.preparedBy().equals(actor))) {
            return refused("S-16", "", Map.of());
        }
        intents.keep(wish);
        return new Export.Exported(written(operator, executionDate, due, actor, intent));
    }

    private PaymentFile written(OperatorId operator, LocalDate day, List<PaymentOrder> due, String actor, UUID intent) {
        var entity = operators.get(operator);
        int number = store.nextFile(operator);
        var message =
                "%s-%s-%04d".formatted(entity.siret().siren(), day.format(DateTimeFormatter.BASIC_ISO_DATE), number);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var batches = new ArrayList<TransferBatch>();
        for (var kind : PaymentKind.values()) {
            var transfers = due.stream()
                    .filter(order -> order.request().kind() == kind)
                    .map(PaymentOrders::transfer)
                    .toList();
            if (!transfers.isEmpty()) {
                batches.add(new TransferBatch(batch(message, kind), kind == PaymentKind.SALARY, day, transfers));
            }
        }
        var content = new TransferFile(message, now, entity.name(), entity.iban(), entity.bic(), batches);
        var fileName = "virements-" + day + "-%04d.xml".formatted(number);
        var stored = documents.store(operator, "payment_file", fileName, "application/xml", Pain001.write(content));
        var file = new PaymentFile(
                UUID.randomUUID(),
                operator,
                message,
                fileName,
                stored.id(),
                stored.sha256(),
                day,
                content.count(),
                content.total(),
                actor.isEmpty() ? "system" : actor,
                now);
        store.insert(file, intent);
        for (var order : due)
            store.carry(file, order.id(), batch(message, order.request().kind()));
        trail.record(
                operator,
                "payment_file.exported",
                "payment_file",
                file.id().toString(),
                Map.of(
                        "message", message,
                        "count", Integer.toString(file.count()),
                        "total", file.total().toString(),
                        "sha256", file.sha256()));
        return file;
    }

    private static TransferBatch.Transfer transfer(PaymentOrder order) {
        var request = order.request();
        return new TransferBatch.Transfer(
                request.reference(),
                request.creditorName(),
                request.creditorIban(),
                request.amount(),
                request.remittance());
    }

    private static String batch(String message, PaymentKind kind) {
        return message + (kind == PaymentKind.SALARY ? "-S" : "-F");
    }

    private Export refused(String rule, String variant, Map<String, String> data) {
        return new Export.Refused(
                List.of(new Finding(rule, variant, Severity.REFUSE, "", data, Map.of(), Days.today(clock))));
    }

    /// By reference.
    @Transactional(readOnly = true)
    public List<PaymentOrder> all(OperatorId operator) {
        return store.all(operator);
    }

    @Transactional(readOnly = true)
    public List<PaymentOrder> prepared(OperatorId operator) {
        return store.all(operator).stream()
                .filter(order -> order.state() == PaymentOrderState.PREPARED)
                .toList();
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<PaymentFile> files(OperatorId operator) {
        return store.files(operator);
    }

    /// The very bytes that were exported.
    @Transactional(readOnly = true)
    public byte[] content(PaymentFile file) {
        return documents.content(file.document());
    }

    /// Whether the one who prepared an order may not export it; on until the entity says otherwise (S-16).
    @Transactional(readOnly = true)
    public boolean fourEyes(OperatorId operator) {
        return store.fourEyes(operator);
    }

    @Transactional
    public void fourEyes(OperatorId operator, boolean required) {
        desk.lockDesk(operator);
        store.fourEyes(operator, required);
        trail.record(
                operator,
                "payments.four_eyes",
                "operator",
                operator.toString(),
                Map.of("required", Boolean.toString(required)));
    }
}
