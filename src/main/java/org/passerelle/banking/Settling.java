package org.passerelle.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.core.Decision;
import org.passerelle.banking.core.Decision.Evidence;
import org.passerelle.banking.core.Incoming;
import org.passerelle.banking.core.MatchIndex;
import org.passerelle.banking.core.Matchable;
import org.passerelle.banking.core.Matching;
import org.passerelle.banking.core.Share;
import org.passerelle.banking.store.OrderStore;
import org.passerelle.banking.store.StatementStore;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Severity;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Carries out what [Matching] decides: invoices settled, orders confirmed, the rest put in suspense.
@Component
class Settling {

    private static final String BANK = "512000";
    private static final String SUSPENSE = "471000";

    private final StatementStore store;
    private final OrderStore orders;
    private final Invoicing invoicing;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(
            StatementStore store,
            OrderStore orders,
            Invoicing invoicing,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.invoicing = invoicing;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Goes over all waiting lines, those of earlier imports too: what was in doubt yesterday may be sure
    /// today. References and numbers come first, so that amount and name never take an invoice that another
    /// line names.
    void settleWhatIsSure(OperatorId operator) {
        for (var line : store.waiting(operator)) confirm(line);
        var invoices = MatchIndex.of(matchable(operator));
        var waiting = new ArrayList<>(store.waiting(operator));
        waiting.removeIf(line -> settleByNumber(line, invoices));
        // One settled line may leave a single candidate for another.
        while (waiting.removeIf(line -> settle(line, Matching.decide(invoices, incoming(line)), invoices))) {}
        for (var line : waiting) suspend(line);
    }

    private boolean settleByNumber(BankLine line, MatchIndex invoices) {
        var decision = Matching.decide(invoices, incoming(line));
        return evidence(decision) != Evidence.AMOUNT_AND_NAME && settle(line, decision, invoices);
    }

    private static @Nullable Evidence evidence(Decision decision) {
        return switch (decision) {
            case Decision.Exact exact -> exact.evidence();
            case Decision.Partial partial -> partial.evidence();
            case Decision.Several several -> several.evidence();
            case Decision.Overpaid overpaid -> overpaid.evidence();
            case Decision.Unknown _ -> null;
        };
    }

    private List<Matchable> matchable(OperatorId operator) {
        return invoicing.issued(operator).stream()
                .filter(invoice -> !invoice.isCreditNote())
                .map(Settling::matchable)
                .toList();
    }

    private static Matchable matchable(IssuedInvoice invoice) {
        return new Matchable(invoice.id(), invoice.number(), invoice.clientName(), invoice.issueDate(), invoice.open());
    }

    private static Incoming incoming(BankLine line) {
        var reference = line.endToEndId();
        return new Incoming(
                line.amount(),
                line.reversal(),
                line.bookingDate(),
                reference == null ? "" : reference,
                line.remittance(),
                line.counterparty());
    }

    /// @param invoices read once for all lines; what was settled is taken off
    private boolean settle(BankLine line, Decision decision, MatchIndex invoices) {
        var sure = decision.sure();
        var evidence = evidence(decision);
        if (sure.isEmpty() || evidence == null) return false;
        settle(line, allocations(sure), evidence.name(), null);
        for (var share : sure) invoices.pay(share);
        return true;
    }

    private static List<Allocation> allocations(List<Share> shares) {
        return shares.stream()
                .map(share -> new Allocation(share.invoice(), share.amount()))
                .toList();
    }

    /// Settles each invoice out of the bank account, or out of suspense when the line was put there before.
    void settle(BankLine line, List<Allocation> allocations, String evidence, @Nullable UUID intent) {
        var operator = line.operator();
        store.match(operator, line.id(), evidence, intent, clock.instant());
        var from = store.isSuspended(operator, line.id()) ? SUSPENSE : BANK;
        var day = postingDay(line);
        int position = 0;
        for (var one : allocations) {
            store.share(operator, line.id(), ++position, one.invoice(), null, one.amount());
            invoicing.settle(operator, one.invoice(), one.amount(), line.id(), day, from);
        }
    }

    /// Settles the invoices named and posts the rest of the line, in or out, to the account named.
    void post(BankLine line, List<Allocation> allocations, PostingAccount account, UUID intent) {
        var operator = line.operator();
        settle(line, allocations, "ACCOUNT", intent);
        var rest = rest(line, allocations);
        store.shareOfAccount(operator, line.id(), allocations.size() + 1, account.number(), rest.abs());
        var label = label(line);
        var target = rest.isPositive()
                ? Line.credit(account.number(), rest, label)
                : Line.debit(account.number(), rest.negated(), label);
        var client = account == PostingAccount.CLIENT_ADVANCE ? firstOf(operator, allocations) : null;
        if (client != null) target = target.aux(client.clientCode(), client.clientName());
        ledger.post(Entry.on(operator, "BQ", postingDay(line), "posted:" + line.id())
                .piece(line.reference(), line.bookingDate())
                .label(label)
                .signed(store.isSuspended(operator, line.id()) ? SUSPENSE : BANK, rest)
                .line(target)
                .entry());
    }

    private static Money rest(BankLine line, List<Allocation> allocations) {
        return line.amount().minus(allocations.stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus));
    }

    private @Nullable IssuedInvoice firstOf(OperatorId operator, List<Allocation> allocations) {
        return allocations.stream()
                .findFirst()
                .flatMap(first -> invoicing.find(operator, first.invoice()))
                .filter(IssuedInvoice.class::isInstance)
                .map(IssuedInvoice.class::cast)
                .orElse(null);
    }

    /// Money that left and carries the reference of an order of ours, alone or as a batch booked in one sum.
    private void confirm(BankLine line) {
        if (!line.amount().isNegative() || line.reversal()) return;
        var confirmed = carried(line).stream()
                .filter(order -> order.state() == PaymentOrderState.EXPORTED)
                .toList();
        var sum = confirmed.stream().map(order -> order.request().amount()).reduce(Money.ZERO, Money::plus);
        if (confirmed.isEmpty() || !sum.equals(line.amount().negated())) return;
        var operator = line.operator();
        store.match(operator, line.id(), "ORDER", null, clock.instant());
        var from = store.isSuspended(operator, line.id()) ? SUSPENSE : BANK;
        var entry = Entry.on(operator, "BQ", postingDay(line), "transfer:" + line.id())
                .piece(line.reference(), line.bookingDate())
                .label("Virement " + line.reference());
        int position = 0;
        for (var order : confirmed) {
            var request = order.request();
            store.share(operator, line.id(), ++position, null, order.id(), request.amount());
            orders.confirm(operator, order.id(), line.id());
            entry.line(Line.debit(request.account(), request.amount(), "Virement " + request.reference())
                    .aux(request.accountAux(), request.creditorName()));
        }
        ledger.post(entry.credit(from, sum).entry());
        for (var order : confirmed) {
            events.publishEvent(
                    new TransferExecuted(operator, order.id(), order.request().subject(), line.bookingDate()));
        }
    }

    private List<PaymentOrder> carried(BankLine line) {
        var reference = line.endToEndId();
        if (reference != null) {
            var single = orders.byReference(line.operator(), reference);
            if (single.isPresent()) return List.of(single.get());
        }
        var batch = store.paymentId(line.operator(), line.id());
        return batch.isEmpty() ? List.of() : orders.ofBatch(line.operator(), batch);
    }

    private void suspend(BankLine line) {
        if (line.amount().isZero() || store.isSuspended(line.operator(), line.id())) return;
        var entry = Entry.on(line.operator(), "BQ", postingDay(line), "bank:" + line.id())
                .piece(line.reference(), line.bookingDate())
                .label(label(line))
                .signed(BANK, line.amount())
                .signed(SUSPENSE, line.amount().negated())
                .entry();
        store.suspend(line.operator(), line.id(), ledger.post(entry));
    }

    private static String label(BankLine line) {
        var label = (line.counterparty() + " " + line.remittance()).strip();
        return label.isEmpty() ? "Opération à identifier" : shortened(label);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }

    /// The day of the bank, or the first open day when its month is closed.
    private LocalDate postingDay(BankLine line) {
        var closed = ledger.closedThrough(line.operator());
        if (closed.isEmpty() || Month.containing(line.bookingDate()).compareTo(closed.get()) > 0) {
            return line.bookingDate();
        }
        return closed.get().next().firstDay();
    }

    List<Proposal> proposals(OperatorId operator) {
        var invoices = MatchIndex.of(matchable(operator));
        var proposals = new ArrayList<Proposal>();
        for (var line : store.waiting(operator)) {
            proposals.add(
                    switch (Matching.decide(invoices, incoming(line))) {
                        case Decision.Unknown unknown ->
                            proposal(line, unknown.candidates(), Statements.reasonKey(unknown.reason()));
                        case Decision.Overpaid overpaid ->
                            proposal(line, List.of(overpaid.shares()), "banking.reason.overpaid");
                        case Decision.Exact exact -> proposal(line, List.of(exact.sure()), "");
                        case Decision.Partial partial -> proposal(line, List.of(partial.sure()), "");
                        case Decision.Several several -> proposal(line, List.of(several.sure()), "");
                    });
        }
        return proposals;
    }

    private static Proposal proposal(BankLine line, List<List<Share>> candidates, String reason) {
        return new Proposal(
                line,
                candidates.stream()
                        .filter(shares -> !shares.isEmpty())
                        .map(shares -> new Proposal.Candidate(allocations(shares)))
                        .toList(),
                reason.isEmpty() ? List.of() : List.of(reason));
    }

    /// Why a person's word cannot be followed; empty when it can.
    List<Finding> obstacles(BankLine line, List<Allocation> allocations, LocalDate today) {
        var findings = new ArrayList<Finding>();
        if (line.state() == BankLineState.MATCHED) findings.add(refusal("state", Map.of(), today));
        if (!line.amount().isPositive()) findings.add(refusal("sign", Map.of(), today));
        findings.addAll(notOpen(line.operator(), allocations, today));
        if (!rest(line, allocations).isZero()) {
            var sum = line.amount().minus(rest(line, allocations));
            findings.add(refusal(
                    "sum",
                    Map.of("assigned", sum.toString(), "amount", line.amount().toString()),
                    today));
        }
        return findings;
    }

    /// The same when the rest goes to an account: there has to be a rest, and invoices of one client only.
    List<Finding> obstaclesToPosting(BankLine line, List<Allocation> allocations, LocalDate today) {
        var findings = new ArrayList<Finding>();
        if (line.state() == BankLineState.MATCHED) findings.add(refusal("state", Map.of(), today));
        if (!allocations.isEmpty() && !line.amount().isPositive()) findings.add(refusal("sign", Map.of(), today));
        findings.addAll(notOpen(line.operator(), allocations, today));
        var rest = rest(line, allocations);
        if (rest.isZero() || rest.isNegative() != line.amount().isNegative()) {
            findings.add(refusal("rest", Map.of("amount", line.amount().toString()), today));
        }
        var clients = allocations.stream()
                .map(one -> firstOf(line.operator(), List.of(one)))
                .map(invoice -> invoice == null ? "?" : invoice.clientCode())
                .distinct()
                .count();
        if (clients > 1) findings.add(refusal("clients", Map.of(), today));
        return findings;
    }

    private List<Finding> notOpen(OperatorId operator, List<Allocation> allocations, LocalDate today) {
        var findings = new ArrayList<Finding>();
        for (var one : allocations) {
            var invoice = firstOf(operator, List.of(one));
            var open = invoice == null || invoice.isCreditNote() ? Money.ZERO : invoice.open();
            if (!one.amount().isPositive() || one.amount().compareTo(open) > 0) {
                var number = invoice == null ? "?" : invoice.number();
                findings.add(refusal("invoice", Map.of("invoice", number, "open", open.toString()), today));
            }
        }
        return findings;
    }

    private static Finding refusal(String variant, Map<String, String> data, LocalDate today) {
        return new Finding("BANK-ASSIGN", variant, Severity.REFUSE, "", data, Map.of(), today);
    }
}
