package org.passerelle.clientspace.card;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.identity.Trail;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Payments by card. The provider owes us what it took until its payout stands on a bank statement: 511000.
@Service
public class Cards {

    static final String AT_PROVIDER = "511000";
    private static final String FEES = "627000";
    private static final String CLIENT_ADVANCE = "419100";
    private static final String TAKEN_BACK = "467000";

    private final CardStore store;
    private final Invoicing invoicing;
    private final Ledger ledger;
    private final Intents intents;
    private final Trail trail;
    private final Clock clock;
    private final ObjectProvider<CardProvider> provider;

    Cards(
            CardStore store,
            Invoicing invoicing,
            Ledger ledger,
            Intents intents,
            Trail trail,
            Clock clock,
            ObjectProvider<CardProvider> provider) {
        this.store = store;
        this.invoicing = invoicing;
        this.ledger = ledger;
        this.intents = intents;
        this.trail = trail;
        this.clock = clock;
        this.provider = provider;
    }

    /// Whether a provider is configured.
    public boolean isOffered() {
        return provider.getIfAvailable() != null;
    }

    Optional<CardProvider> provider() {
        return Optional.ofNullable(provider.getIfAvailable());
    }

    /// Opens a payment of what is still owed.
    ///
    /// @param back path of the invoice on the client's pages
    /// @return where the client pays
    /// @throws NoSuchElementException when nothing is owed or no provider is there
    @Transactional
    public String open(ClientLink link, IssuedInvoice invoice, String back, UUID intent) {
        var at = provider().orElseThrow();
        if (!invoice.client().equals(link.client())) throw new NoSuchElementException("invoice " + invoice.id());
        var wish = intents.wish(link.operator(), intent, "card.open", invoice.id());
        var payment = store.byIntent(link.operator(), intent).orElse(null);
        if (payment == null) {
            if (!invoice.open().isPositive()) throw new NoSuchElementException("nothing is owed");
            payment = new CardStore.Payment(link.operator(), UUID.randomUUID(), invoice.id(), invoice.open());
            store.insert(payment, intent, link.id(), at.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            intents.keep(wish);
        }
        return at.page(
                new CardProvider.Request(link.operator(), payment.id(), payment.amount(), invoice.number(), back));
    }

    /// Where the payments of an invoice stand, newest first.
    @Transactional(readOnly = true)
    public List<CardState> of(IssuedInvoice invoice) {
        return store.of(invoice.operator(), invoice.id()).stream()
                .map(payment -> CardState.of(store.kinds(invoice.operator(), payment.id())))
                .toList();
    }

    /// Takes a message in, within the scope of its operator. Twice is once; order does not matter.
    ///
    /// @throws NoSuchElementException for a payment that is not ours
    @Transactional
    void take(CardMessage message) {
        var operator = message.operator();
        store.alone(operator, message.payment());
        var payment = store.find(operator, message.payment()).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.keep(message, now)) return;
        var said = store.messages(operator, payment.id());
        boolean paid = false;
        for (var one : said) {
            if (one.kind() != CardMessage.Kind.SUCCEEDED) continue;
            paid = true;
            if (store.happens(operator, payment.id(), one.kind(), now)) settle(payment, one);
        }
        if (!paid) return; // money that never came is not taken back: the success is still on its way
        for (var one : said) {
            boolean back = one.kind() == CardMessage.Kind.REFUNDED || one.kind() == CardMessage.Kind.CHARGED_BACK;
            if (back && store.happens(operator, payment.id(), one.kind(), now)) takenBack(payment, one);
        }
    }

    private void settle(CardStore.Payment payment, CardMessage message) {
        var operator = payment.operator();
        var day = ledger.openDay(operator, Days.of(message.at()));
        var invoice =
                (IssuedInvoice) invoicing.find(operator, payment.invoice()).orElseThrow();
        var open = invoice.open().isPositive() ? invoice.open() : Money.ZERO;
        var onInvoice = open.compareTo(message.amount()) < 0 ? open : message.amount();
        if (onInvoice.isPositive()) {
            invoicing.settle(operator, payment.invoice(), onInvoice, new BankLineId(payment.id()), day, AT_PROVIDER);
        }
        var more = message.amount().minus(onInvoice);
        post(payment, message, "surplus", "Carte, trop payé " + invoice.number(), AT_PROVIDER, CLIENT_ADVANCE, more);
        post(payment, message, "fee", "Commission carte " + invoice.number(), FEES, AT_PROVIDER, message.fee());
        record(payment, "card.paid", message);
    }

    // The settlement stands: what was taken back is claimed again from the client, on 467000, by a person.
    private void takenBack(CardStore.Payment payment, CardMessage message) {
        var what = message.kind() == CardMessage.Kind.REFUNDED ? "refund" : "chargeback";
        var label = (what.equals("refund") ? "Remboursement carte " : "Impayé carte ")
                + invoicing
                        .find(payment.operator(), payment.invoice())
                        .map(one -> ((IssuedInvoice) one).number())
                        .orElse("");
        post(payment, message, what, label, TAKEN_BACK, AT_PROVIDER, message.amount());
        post(payment, message, what + "-fee", label + ", frais", FEES, AT_PROVIDER, message.fee());
        record(payment, "card." + (what.equals("refund") ? "refunded" : "charged_back"), message);
    }

    private void post(
            CardStore.Payment payment,
            CardMessage message,
            String what,
            String label,
            String debit,
            String credit,
            Money amount) {
        if (!amount.isPositive()) return;
        var day = ledger.openDay(payment.operator(), Days.of(message.at()));
        ledger.post(Entry.on(payment.operator(), "BQ", day, "card:" + payment.id() + ":" + what)
                .label(label)
                .debit(debit, amount)
                .credit(credit, amount)
                .entry());
    }

    private void record(CardStore.Payment payment, String action, CardMessage message) {
        trail.record(
                payment.operator(),
                action,
                "invoice",
                payment.invoice().toString(),
                Map.of(
                        "amount",
                        message.amount().toString(),
                        "fee",
                        message.fee().toString()));
    }
}
