package org.passerelle.collection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.Clients;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.collection.core.ClaimLedger;
import org.passerelle.collection.core.Claims;
import org.passerelle.collection.core.NextAction;
import org.passerelle.collection.core.StatementPaper;
import org.passerelle.collection.store.CollectionStore;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.documents.Documents;
import org.passerelle.identity.Trail;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done to be paid.
@Service
public class Collection {

    private final CollectionStore store;
    private final Invoicing invoicing;
    private final Clients clients;
    private final Operators operators;
    private final ClientLinks links;
    private final Contracts contracts;
    private final Documents documents;
    private final Outbox outbox;
    private final Intents intents;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;
    private final Texts texts = Texts.in(Language.FR);

    Collection(
            CollectionStore store,
            Invoicing invoicing,
            Clients clients,
            Operators operators,
            ClientLinks links,
            Contracts contracts,
            Documents documents,
            Outbox outbox,
            Intents intents,
            Trail trail,
            Laws laws,
            Clock clock) {
        this.store = store;
        this.invoicing = invoicing;
        this.clients = clients;
        this.operators = operators;
        this.links = links;
        this.contracts = contracts;
        this.documents = documents;
        this.outbox = outbox;
        this.intents = intents;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
    }

    /// The rhythm that holds today.
    @Transactional(readOnly = true)
    public Schedule schedule(OperatorId operator) {
        return store.schedule(operator, today()).orElseGet(Schedule::usual);
    }

    /// Another rhythm from today on.
    @Transactional
    public void setSchedule(OperatorId operator, int friendly, int firm, int notice, UUID intent) {
        var schedule = new Schedule(today(), friendly, firm, notice);
        var wish = intents.wish(operator, intent, "collection.schedule", friendly, firm, notice);
        if (wish.isDone()) return;
        store.insert(operator, schedule, now());
        intents.keep(wish);
        trail.record(
                operator,
                "collection.schedule_set",
                "operator",
                operator.toString(),
                Map.of("days", friendly + ", " + firm + ", " + notice));
    }

    /// What is owed, not yet due included, oldest due date first.
    @Transactional(readOnly = true)
    public List<Standing> owed(OperatorId operator) {
        var schedule = schedule(operator);
        var reminders = store.reminders(operator);
        var disputes = store.disputes(operator);
        var litigations = store.litigations(operator);
        return invoicing.open(operator).stream()
                .map(invoice -> standing(invoice, schedule, reminders, disputes, litigations))
                .toList();
    }

    @Transactional(readOnly = true)
    public Standing of(IssuedInvoice invoice) {
        var operator = invoice.operator();
        return standing(
                invoice,
                schedule(operator),
                store.reminders(operator),
                store.disputes(operator),
                store.litigations(operator));
    }

    private Standing standing(
            IssuedInvoice invoice,
            Schedule schedule,
            List<Reminder> reminders,
            List<Dispute> disputes,
            Map<InvoiceId, CollectionStore.Litigation> litigations) {
        var theirs = reminders.stream()
                .filter(one -> one.invoice().equals(invoice.id()))
                .toList();
        var contested = disputes.stream()
                .filter(one -> one.invoice().equals(invoice.id()))
                .toList();
        var litigation = litigations.get(invoice.id());
        var sent = new EnumMap<Step, LocalDate>(Step.class);
        theirs.forEach(one -> sent.put(one.step(), Days.of(one.at())));
        boolean owed = !invoice.isCreditNote() && invoice.open().isPositive();
        var next = owed
                ? NextAction.of(
                        invoice.dueDate(),
                        today(),
                        sent,
                        contested.stream().anyMatch(Dispute::isOpen),
                        litigation != null,
                        schedule)
                : Next.WAIT;
        return new Standing(
                invoice,
                owed ? Claims.daysLate(invoice.dueDate(), today()) : 0,
                theirs,
                contested,
                litigation == null ? null : litigation.at(),
                Claims.of(invoice.open(), invoice.dueDate(), today(), debtor(clients.get(invoice.client())), laws),
                next);
    }

    private static Claims.Debtor debtor(Client client) {
        if (client.isConsumer()) return Claims.Debtor.CONSUMER;
        return client.kind() == ClientKind.PUBLIC_BODY ? Claims.Debtor.PUBLIC_BODY : Claims.Debtor.ENTERPRISE;
    }

    /// Sends the reminder whose turn it is.
    ///
    /// @return what left; empty when nothing is to be said today
    @Transactional
    public Optional<Step> remind(OperatorId operator, InvoiceId id, UUID intent) {
        store.alone(operator, id);
        var wish = intents.wish(operator, intent, "collection.remind", id);
        var invoice = issued(operator, id);
        var standing = of(invoice);
        if (wish.isDone())
            return standing.reminders().stream().map(Reminder::step).reduce((_, last) -> last);
        var step = switch (standing.next()) {
            case FRIENDLY -> Step.FRIENDLY;
            case FIRM -> Step.FIRM;
            case NOTICE -> Step.NOTICE;
            case WAIT, LITIGATION, DISPUTE, AT_LITIGATION -> null;
        };
        if (step == null) return Optional.empty();
        var client = clients.get(invoice.client());
        var link = links.forMail(
                client, UUID.nameUUIDFromBytes(("reminder " + id + step).getBytes(StandardCharsets.UTF_8)));
        var mail = mail(standing, step, client, link.address());
        outbox.queue("reminder." + operator + "." + id + "." + step, mail);
        // The address opens the client's pages and is kept nowhere.
        var kept = mail.text().replace(link.address(), "…");
        store.insert(operator, new Reminder(id, step, now(), client.email(), mail.subject(), kept, invoice.open()));
        intents.keep(wish);
        trail.record(operator, "invoice.reminded", "invoice", id.toString(), Map.of("step", step.name()));
        return Optional.of(step);
    }

    /// Sends every reminder whose turn it is.
    ///
    /// @return how many left
    @Transactional
    public int remindAll(OperatorId operator) {
        int left = 0;
        for (var standing : owed(operator)) {
            if (remind(operator, standing.invoice().id(), UUID.randomUUID()).isPresent()) left++;
        }
        return left;
    }

    private Mail mail(Standing standing, Step step, Client client, String link) {
        var invoice = standing.invoice();
        var claim = standing.claim();
        var house = operators.get(invoice.operator());
        var key = "collection.mail." + step.name();
        var more = new StringBuilder();
        if (step != Step.FRIENDLY && !client.isConsumer()) {
            var through = claim.through();
            if (claim.penalties().isPositive() && through != null) {
                more.append(texts.localize(
                        "collection.mail.penalties", texts.money(claim.penalties()), texts.date(through)));
            } else {
                more.append(texts.localize("collection.mail.penalties.running"));
            }
            more.append(texts.localize("collection.mail.fee", texts.money(claim.fee())))
                    .append("\n\n");
        }
        return new Mail(
                client.email(),
                texts.localize(key + ".subject", invoice.number()),
                texts.localize(
                        key + ".text",
                        client.name(),
                        invoice.number(),
                        texts.date(invoice.issueDate()),
                        texts.date(invoice.dueDate()),
                        texts.money(claim.open()),
                        more,
                        link,
                        house.name().replaceAll("\\p{Cntrl}+", " ")));
    }

    /// Stops the reminders of an invoice. One that is disputed already stays as it is.
    ///
    /// @param reason at most 500 characters
    @Transactional
    public void dispute(OperatorId operator, InvoiceId id, Dispute.By by, String reason, UUID intent) {
        store.alone(operator, id);
        var wish = intents.wish(operator, intent, "collection.dispute", id, reason);
        if (wish.isDone()) return;
        var standing = of(issued(operator, id));
        if (standing.disputes().stream().noneMatch(Dispute::isOpen)) {
            store.insert(operator, new Dispute(UUID.randomUUID(), id, now(), by, reason, null, null));
            trail.record(operator, "invoice.disputed", "invoice", id.toString(), Map.of("reason", reason));
        }
        intents.keep(wish);
    }

    /// Ends the open dispute; what is owed is reminded again from where it stood.
    @Transactional
    public void closeDispute(OperatorId operator, InvoiceId id, String outcome, UUID intent) {
        store.alone(operator, id);
        var wish = intents.wish(operator, intent, "collection.dispute_end", id, outcome);
        if (wish.isDone()) return;
        for (var dispute : of(issued(operator, id)).disputes()) {
            if (!dispute.isOpen()) continue;
            store.close(operator, dispute.id(), outcome, now());
            trail.record(operator, "invoice.dispute_closed", "invoice", id.toString(), Map.of("outcome", outcome));
        }
        intents.keep(wish);
    }

    /// Makes the file for litigation and keeps it: invoice, signed papers of the mission, reminders, account of the
    /// claim.
    ///
    /// @return false when it is not the time
    @Transactional
    public boolean litigate(OperatorId operator, InvoiceId id, UUID intent) {
        store.alone(operator, id);
        var wish = intents.wish(operator, intent, "collection.litigate", id);
        if (wish.isDone()) return true;
        var invoice = issued(operator, id);
        var standing = of(invoice);
        if (standing.next() != Next.LITIGATION) return false;
        var file = documents.store(
                operator, "litigation", "contentieux-" + invoice.number() + ".zip", "application/zip", zip(standing));
        store.insert(operator, new CollectionStore.Litigation(id, file.id(), now()));
        intents.keep(wish);
        trail.record(operator, "invoice.litigated", "invoice", id.toString(), Map.of());
        return true;
    }

    /// The file as it was made, once the invoice went to litigation.
    @Transactional(readOnly = true)
    public Optional<byte[]> file(OperatorId operator, InvoiceId id) {
        return Optional.ofNullable(store.litigations(operator).get(id)).map(one -> documents.content(one.file()));
    }

    private byte[] zip(Standing standing) {
        var invoice = standing.invoice();
        var files = new TreeMap<String, byte[]>();
        files.put("1-facture-" + invoice.number() + ".pdf", documents.content(invoice.pdf()));
        contracts.all(invoice.operator()).stream()
                .filter(one -> invoice.mission().equals(one.mission())
                        && invoice.client().equals(one.client())
                        && one.state() == ContractState.SIGNED)
                .forEach(one -> files.put("2-" + one.code() + ".pdf", contracts.pdf(one.id())));
        standing.reminders()
                .forEach(one -> files.put(
                        "3-relance-" + (one.step().ordinal() + 1) + ".txt",
                        bytes("Envoyée à " + one.email() + " le " + texts.moment(one.at()) + "\n" + one.subject()
                                + "\n\n" + one.text())));
        standing.disputes()
                .forEach(one -> files.put(
                        "4-litige-" + one.id() + ".txt",
                        bytes(texts.moment(one.openedAt()) + " : " + one.reason() + "\n"
                                + (one.outcome() == null ? "" : one.outcome() + "\n"))));
        files.put(
                "5-decompte.txt",
                bytes(ClaimLedger.of(standing, clients.get(invoice.client()).name(), today())));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(today().atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// All invoices of a client, what was paid and what is owed, as PDF/A.
    @Transactional(readOnly = true)
    public byte[] statement(OperatorId operator, ClientId client) {
        var whose = clients.get(client);
        if (!whose.operator().equals(operator)) throw new NoSuchElementException("client " + client);
        var invoices = invoicing.issuedTo(operator, client).stream()
                .sorted(Comparator.comparing(IssuedInvoice::issueDate).thenComparing(IssuedInvoice::number))
                .toList();
        return StatementPaper.render(operators.get(operator).name(), whose.name(), invoices, today(), clock.instant());
    }

    private IssuedInvoice issued(OperatorId operator, InvoiceId id) {
        return invoicing
                .find(operator, id)
                .filter(IssuedInvoice.class::isInstance)
                .map(IssuedInvoice.class::cast)
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
