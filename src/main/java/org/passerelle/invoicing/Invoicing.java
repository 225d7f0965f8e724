package org.passerelle.invoicing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Activity;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.ReportState;
import org.passerelle.clients.Clients;
import org.passerelle.documents.Documents;
import org.passerelle.identity.Trail;
import org.passerelle.invoicing.core.Deposit;
import org.passerelle.invoicing.core.Drafting;
import org.passerelle.invoicing.core.EarlierInvoice;
import org.passerelle.invoicing.core.FacturX;
import org.passerelle.invoicing.core.Instalments;
import org.passerelle.invoicing.core.InvoiceChecks;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.invoicing.core.IssueInvoice;
import org.passerelle.invoicing.core.Obstacle;
import org.passerelle.invoicing.core.Postings;
import org.passerelle.invoicing.core.Remainder;
import org.passerelle.invoicing.core.SettlementSplit;
import org.passerelle.invoicing.store.FenceStore;
import org.passerelle.invoicing.store.InvoiceStore;
import org.passerelle.invoicing.store.SettlementStore;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From the approved report to the invoice that is paid.
@Service
public class Invoicing {

    private static final Laws LAWS = Laws.load();

    private final InvoiceStore store;
    private final SettlementStore settlements;
    private final FenceStore fences;
    private final Operators operators;
    private final Clients clients;
    private final People people;
    private final Missions missions;
    private final Activity activity;
    private final Expenses expenses;
    private final Documents documents;
    private final Ledger ledger;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invoicing(
            InvoiceStore store,
            SettlementStore settlements,
            FenceStore fences,
            Operators operators,
            Clients clients,
            People people,
            Missions missions,
            Activity activity,
            Expenses expenses,
            Documents documents,
            Ledger ledger,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.settlements = settlements;
        this.fences = fences;
        this.operators = operators;
        this.clients = clients;
        this.people = people;
        this.missions = missions;
        this.activity = activity;
        this.expenses = expenses;
        this.documents = documents;
        this.ledger = ledger;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// One draft per mission of an approved report; the same report again gives the same drafts.
    ///
    /// @throws IllegalStateException when the report is not approved
    @Transactional
    public List<DraftInvoice> draftFrom(OperatorId operator, ActivityReportId reportId) {
        var report = activity.get(reportId);
        if (report.state() != ReportState.APPROVED) throw new IllegalStateException("not approved: " + reportId);
        var claimed = expenses.of(report.person(), report.month());
        for (var missionId : report.missions()) {
            var mission = missions.get(missionId);
            var lines = Drafting.lines(report, mission, missions.earlierPrices(missionId), claimed);
            if (lines.isEmpty()) continue;
            var draft = new DraftInvoice(
                    InvoiceId.random(),
                    operator,
                    InvoiceType.INVOICE,
                    mission.client(),
                    missionId,
                    report.person(),
                    report.month(),
                    reportId,
                    null,
                    lines);
            store.insert(draft, mission.terms().title(), null, clock.instant());
        }
        return store.draftsOf(operator, reportId);
    }

    /// Numbers the draft, posts it and stores its file, all in one transaction.
    ///
    /// @param date the day on the invoice; never before the last one of the series
    /// @param intent made by the caller; the same again returns the first result
    /// @throws java.util.NoSuchElementException when there is no such draft
    @Transactional
    public Issuance issue(OperatorId operator, InvoiceId draft, LocalDate date, UUID intent) {
        store.lockIntent(intent);
        var earlier = store.issuedBy(operator, intent);
        if (earlier.isPresent()) {
            return earlier.get().equals(draft) ? issued(operator, draft) : new Issuance.Conflict();
        }
        return issueLocked(operator, draft, date, intent);
    }

    /// A draft that no report made: an invoice by hand, or a deposit before the work.
    ///
    /// @param type INVOICE or DEPOSIT
    /// @param lines of that mission
    /// @return empty when the intent came before with another content
    /// @throws InvalidValue `amount.step` when the VAT of a deposit would need rounding: no exact balance
    @Transactional
    public Optional<DraftInvoice> draft(
            OperatorId operator,
            InvoiceType type,
            MissionId missionId,
            Month month,
            List<InvoiceLine> lines,
            UUID intent) {
        store.lockIntent(intent);
        var earlier = store.draftedBy(operator, intent);
        if (earlier.isPresent()) {
            return earlier.filter(there -> there.type() == type
                    && there.mission().equals(missionId)
                    && said(there.lines()).equals(said(lines)));
        }
        var mission = missions.get(missionId);
        if (!mission.operator().equals(operator)) throw new NoSuchElementException("mission " + missionId);
        if (type == InvoiceType.DEPOSIT) lines.forEach(Invoicing::exact);
        var draft = new DraftInvoice(
                InvoiceId.random(),
                operator,
                type,
                mission.client(),
                missionId,
                mission.person(),
                month,
                null,
                null,
                lines);
        store.insert(draft, mission.terms().title(), intent, clock.instant());
        trail.record(operator, "invoice.drafted", "invoice", draft.id().toString(), Map.of("type", type.name()));
        return Optional.of(draft);
    }

    // Numbers by value: 1.50 is 1.5.
    private static List<String> said(List<InvoiceLine> lines) {
        return lines.stream()
                .map(line -> line.label() + "|"
                        + line.quantity().stripTrailingZeros().toPlainString() + "|" + line.unitCode() + "|"
                        + line.unitPrice() + "|" + line.vat())
                .toList();
    }

    private static void exact(InvoiceLine line) {
        if (Instalments.isExact(line.net(), line.vat())) return;
        throw new InvalidValue("amount.step", Instalments.step(line.vat()).toString());
    }

    /// Takes back a part of an issued invoice: a sum without VAT at one of its rates (381, IN-03).
    ///
    /// @throws InvalidValue `amount.step` when its VAT would need rounding: the rest could not be annulled;
    /// `amount.left` when more than what is left at that rate
    @Transactional
    public Issuance creditPart(
            OperatorId operator, InvoiceId issued, Money net, Rate rate, LocalDate date, String why, UUID intent) {
        var invoice = store.issued(operator, issued).orElseThrow();
        var line = InvoiceLine.of(
                invoice.mission(),
                invoice.person(),
                InvoiceLine.Kind.WORK,
                "Avoir partiel : " + why,
                BigDecimal.ONE,
                "C62",
                net,
                rate);
        exact(line);
        var left = Remainder.of(invoice.lines(), store.taken(operator, issued), "").stream()
                .filter(one -> one.vat().compareTo(rate) == 0)
                .map(InvoiceLine::net)
                .reduce(Money.ZERO, Money::plus);
        // the same wish again finds less left and is answered by what it did
        if (store.draftedBy(operator, intent).isEmpty() && net.compareTo(left) > 0) {
            throw new InvalidValue("amount.left", left.toString());
        }
        return against(operator, issued, InvoiceType.CREDIT_NOTE, _ -> List.of(line), date, why, intent);
    }

    /// Replaces an issued invoice on which nothing was paid or credited (384, IN-03): drafted and issued at once.
    ///
    /// @param lines all that the new one says
    @Transactional
    public Issuance correct(
            OperatorId operator, InvoiceId issued, List<InvoiceLine> lines, LocalDate date, String why, UUID intent) {
        return against(operator, issued, InvoiceType.CORRECTED, _ -> lines, date, why, intent);
    }

    /// Takes back an issued invoice wholly, or what is left of it (381, IN-03): drafted and issued at once.
    ///
    /// @param why printed in the book
    @Transactional
    public Issuance credit(OperatorId operator, InvoiceId issued, LocalDate date, String why, UUID intent) {
        return against(
                operator,
                issued,
                InvoiceType.CREDIT_NOTE,
                invoice -> Remainder.of(
                        invoice.lines(),
                        store.taken(operator, issued),
                        "Avoir sur le reste de la facture " + invoice.number()),
                date,
                why,
                intent);
    }

    private Issuance against(
            OperatorId operator,
            InvoiceId issued,
            InvoiceType type,
            Function<IssuedInvoice, List<InvoiceLine>> of,
            LocalDate date,
            String why,
            UUID intent) {
        store.lockIntent(intent);
        var earlier = store.draftedBy(operator, intent);
        if (earlier.isPresent()) {
            var draft = earlier.get();
            return issued.equals(draft.corrects()) && draft.type() == type
                    ? issueLocked(operator, draft.id(), date, intent)
                    : new Issuance.Conflict();
        }
        if (store.issuedBy(operator, intent).isPresent()) return new Issuance.Conflict();
        store.lock(operator, issued).orElseThrow();
        var invoice = store.issued(operator, issued).orElseThrow();
        var lines = of.apply(invoice);
        var draft = new DraftInvoice(
                InvoiceId.random(),
                operator,
                type,
                invoice.client(),
                invoice.mission(),
                invoice.person(),
                invoice.month(),
                null,
                issued,
                lines);
        if (type == InvoiceType.CORRECTED && !invoice.isUntouched()) {
            return new Issuance.Refused(
                    draft, List.of(new Obstacle("corrects", "correction.touched", "IN-03", Map.of())));
        }
        if (invoice.isCreditNote() || lines.isEmpty()) {
            return new Issuance.Refused(
                    draft, List.of(new Obstacle("corrects", "credit.nothing_left", "IN-03", Map.of())));
        }
        store.insert(draft, why, intent, clock.instant());
        return issueLocked(operator, draft.id(), date, intent);
    }

    private Issuance issued(OperatorId operator, InvoiceId id) {
        return new Issuance.Issued(store.issued(operator, id).orElseThrow());
    }

    private Issuance issueLocked(OperatorId operator, InvoiceId id, LocalDate date, UUID intent) {
        if (!store.lock(operator, id).orElseThrow()) return issued(operator, id);
        var draft = store.draft(operator, id).orElseThrow();
        var subject = subject(draft);
        if (!subject.deposits().isEmpty()) {
            store.lockDeposits(draft.mission());
            subject = subject(draft); // another may have taken them off meanwhile
        }
        var obstacles = obstacles(subject, date);
        if (!obstacles.isEmpty()) return new Issuance.Refused(subject.draft(), obstacles);
        return new Issuance.Issued(number(subject, date, intent));
    }

    private IssueInvoice.Subject subject(DraftInvoice draft) {
        var deposits = draft.type() == InvoiceType.INVOICE ? deposits(draft) : List.<Deposit>of();
        var corrected = draft.corrects() == null
                ? null
                : store.issued(draft.operator(), draft.corrects()).orElseThrow();
        return new IssueInvoice.Subject(
                draft,
                operators.get(draft.operator()),
                clients.get(draft.client()),
                missions.get(draft.mission()),
                people.get(draft.person()).name(),
                corrected == null
                        ? null
                        : new EarlierInvoice(
                                corrected.number(),
                                corrected.issueDate(),
                                corrected.payable().gross().minus(corrected.credited())),
                deposits);
    }

    /// Deposits of the mission that this draft will take off, oldest first, as long as they fit.
    private List<Deposit> deposits(DraftInvoice draft) {
        var fitting = new ArrayList<Deposit>();
        var left = draft.totals().gross();
        for (var deposit : store.deposits(draft.operator(), draft.mission())) {
            if (deposit.totals().gross().compareTo(left) > 0) break;
            left = left.minus(deposit.totals().gross());
            fitting.add(deposit);
        }
        return fitting;
    }

    /// What issuing the draft would take off for deposits, with VAT.
    @Transactional(readOnly = true)
    public List<Deposit> deposits(OperatorId operator, InvoiceId draft) {
        return store.draft(operator, draft).map(this::deposits).orElse(List.of());
    }

    private List<Obstacle> obstacles(IssueInvoice.Subject subject, LocalDate date) {
        var law = LAWS.on(date);
        var document = IssueInvoice.document(subject, date, clock.instant(), law);
        var obstacles = new ArrayList<>(InvoiceChecks.obstacles(document));
        obstacles.addAll(IssueInvoice.obstacles(subject, document, law));
        var closed = ledger.closedThrough(subject.draft().operator());
        if (closed.isPresent() && Month.containing(date).compareTo(closed.get()) <= 0) {
            obstacles.add(new Obstacle(
                    "issueDate",
                    "month.closed",
                    "I-7",
                    Map.of("month", closed.get().toString())));
        }
        var series = IssueInvoice.series(subject, date);
        if (fences.isFenced(subject.draft().operator(), series)) {
            obstacles.add(new Obstacle("number", "number.fenced", "IN-02", Map.of("series", series)));
        }
        return obstacles;
    }

    // From the number to the commit the series is locked: nothing here waits for anybody else.
    private IssuedInvoice number(IssueInvoice.Subject subject, LocalDate wanted, UUID intent) {
        var draft = subject.draft();
        var operator = draft.operator();
        var totals = draft.totals();
        var series = IssueInvoice.series(subject, wanted);
        var taken = store.take(operator, series, wanted);
        var date = taken.date();
        var number = IssueInvoice.number(series, taken.sequence());
        var now = clock.instant();
        var document = IssueInvoice.document(subject, date, now, LAWS.on(date)).numbered(number);
        var pdf = documents.store(operator, "invoice", number + ".pdf", "application/pdf", FacturX.render(document));
        var client = subject.client();
        var about = new Postings.Subject(operator, number, date, client.code(), client.name());
        var deducted = deducted(subject.deposits());
        var entry = ledger.post(entry(subject, about, deducted));
        var invoice = new IssuedInvoice(
                draft.id(),
                operator,
                draft.type(),
                draft.client(),
                client.code(),
                client.name(),
                draft.mission(),
                draft.person(),
                draft.month(),
                number,
                date,
                IssueInvoice.dueDate(subject, date),
                draft.lines(),
                totals,
                pdf.id(),
                draft.corrects(),
                Money.ZERO,
                Money.ZERO,
                deducted);
        store.insert(invoice, series, taken.sequence(), entry, intent, now);
        store.insert(operator, invoice.id(), subject.deposits());
        trail.record(operator, "invoice.issued", "invoice", draft.id().toString(), Map.of("number", number));
        letterWhenSettled(operator, draft.corrects(), date);
        events.publishEvent(new InvoiceIssued(operator, draft.id(), number));
        return invoice;
    }

    private static IssuedInvoice.Deducted deducted(List<Deposit> deposits) {
        var net = Money.ZERO;
        var vat = Money.ZERO;
        for (var deposit : deposits) {
            net = net.plus(deposit.totals().net());
            vat = vat.plus(deposit.totals().vat());
        }
        return new IssuedInvoice.Deducted(net, vat);
    }

    private Entry entry(IssueInvoice.Subject subject, Postings.Subject about, IssuedInvoice.Deducted deducted) {
        var draft = subject.draft();
        var totals = draft.totals();
        if (draft.type() == InvoiceType.CORRECTED && draft.corrects() != null) {
            var old = store.issued(draft.operator(), draft.corrects()).orElseThrow();
            return Postings.correction(about, totals, draft.lines(), old.totals(), old.lines());
        }
        if (!deducted.gross().isZero()) {
            var net = totals.net().minus(deducted.net());
            var vat = totals.vat().minus(deducted.vat());
            return Postings.balance(
                    about, draft.lines(), new Totals(net, vat, net.plus(vat), List.of()), deducted.net());
        }
        boolean deposit = draft.type().isDeposit()
                || draft.corrects() != null
                        && store.issued(draft.operator(), draft.corrects())
                                .map(IssuedInvoice::type)
                                .filter(InvoiceType::isDeposit)
                                .isPresent();
        return Postings.sale(about, draft.lines(), totals, new Postings.Sale(subject.isCreditNote(), deposit));
    }

    /// Sets money of a bank line against an invoice: 512 / 411, the VAT that becomes due, the workers' shares.
    /// The same bank line on the same invoice again is once.
    ///
    /// @param amount with VAT, positive, at most what is open; on a credit note: what was paid back
    /// @throws IllegalArgumentException when more than what is open
    @Transactional
    public Settlement settle(
            OperatorId operator, InvoiceId invoice, Money amount, BankLineId bankLine, LocalDate date) {
        return settle(operator, invoice, amount, bankLine, date, Postings.BANK);
    }

    /// The same for money that waits on another account, such as 471000 for a payment nobody could place.
    @Transactional
    public Settlement settle(
            OperatorId operator, InvoiceId invoiceId, Money amount, BankLineId bankLine, LocalDate date, String from) {
        store.lock(operator, invoiceId).orElseThrow();
        var earlier = settlements.find(operator, invoiceId, bankLine);
        if (earlier.isPresent()) return earlier.get();
        var invoice = store.issued(operator, invoiceId).orElseThrow();
        if (!amount.isPositive() || amount.compareTo(invoice.open()) > 0) {
            throw new IllegalArgumentException(amount + " on " + invoice.number() + ", open " + invoice.open());
        }
        var split = SettlementSplit.of(invoice.payable(), invoice.lines(), invoice.paid(), amount);
        var settlement = new Settlement(invoiceId, bankLine, date, amount, split.vat(), split.shares());
        var about = new Postings.Subject(
                operator, invoice.number(), invoice.issueDate(), invoice.clientCode(), invoice.clientName());
        var entry = ledger.post(Postings.payment(about, settlement, from, invoice.isCreditNote()));
        if (split.shares().stream().anyMatch(share -> !share.collected().isZero())) {
            ledger.post(Postings.collected(about, settlement, invoice.isCreditNote()));
        }
        settlements.insert(operator, settlement, entry, clock.instant());
        letterWhenSettled(operator, invoiceId, date);
        trail.record(
                operator,
                "invoice.settled",
                "invoice",
                invoiceId.toString(),
                Map.of("amount", amount.toString(), "bankLine", bankLine.toString()));
        events.publishEvent(new InvoicePaid(operator, settlement));
        return settlement;
    }

    // Lettrage once nothing is owed: the invoice's line on 411 with those of its payments and credit notes. Each of
    // these entries has the client's line first.
    private void letterWhenSettled(OperatorId operator, @Nullable InvoiceId id, LocalDate date) {
        if (id == null) return;
        var invoice = store.issued(operator, id).orElseThrow();
        if (!invoice.open().isZero() || invoice.isCreditNote()) return;
        ledger.letter(operator, settlements.entries(operator, id), date);
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> find(OperatorId operator, InvoiceId invoice) {
        var issued = store.issued(operator, invoice);
        return issued.isPresent()
                ? issued.map(i -> i)
                : store.draft(operator, invoice).map(d -> d);
    }

    @Transactional(readOnly = true)
    public Optional<IssuedInvoice> findByNumber(OperatorId operator, String number) {
        return store.byNumber(operator, number);
    }

    /// What stands in the way of issuing the draft on that day; empty when nothing does.
    @Transactional(readOnly = true)
    public List<Obstacle> obstacles(OperatorId operator, InvoiceId draft, LocalDate date) {
        return obstacles(subject(store.draft(operator, draft).orElseThrow()), date);
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<DraftInvoice> drafts(OperatorId operator) {
        return store.drafts(operator);
    }

    /// Newest first, credit notes included.
    @Transactional(readOnly = true)
    public List<IssuedInvoice> issued(OperatorId operator) {
        return store.issued(operator);
    }

    /// A worker's invoices, newest first.
    @Transactional(readOnly = true)
    public List<IssuedInvoice> issuedFor(OperatorId operator, PersonId person) {
        return store.issuedFor(operator, person);
    }

    /// A client's invoices and credit notes, newest first.
    @Transactional(readOnly = true)
    public List<IssuedInvoice> issuedTo(OperatorId operator, ClientId client) {
        return store.issuedTo(operator, client);
    }

    /// Issued invoices on which something is still owed, oldest due date first. What banking matches against.
    @Transactional(readOnly = true)
    public List<IssuedInvoice> open(OperatorId operator) {
        return store.open(operator);
    }
}
