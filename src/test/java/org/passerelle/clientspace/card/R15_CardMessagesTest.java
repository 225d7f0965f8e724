package org.passerelle.clientspace.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.DraftInvoice;
import org.passerelle.invoicing.InvoiceState;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Ledger;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@PasserelleTest
@Import(Billing.class)
@TestPropertySource(properties = "passerelle.cards.double=true")
@DisplayName("R-15: messages of the card provider, shuffled, repeated, forged and late: the money is in the book once")
class R15_CardMessagesTest {

    private static final int SHUFFLES = 100;
    private static final int TIMES = 3;

    @Autowired
    Billing billing;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Cards cards;

    @Autowired
    LocalCards provider;

    @Autowired
    CardMessagesPage house;

    @Autowired
    ClientLinks links;

    @Autowired
    Ledger ledger;

    @Autowired
    EveryOperator every;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Billing.Situation s;
    private DraftInvoice draft;
    private ClientLink link;

    @BeforeEach
    void a_month_to_invoice() {
        s = billing.situation();
        draft = billing.draft(s, "2026-10-05");
        in(s.id(), () -> {
            links.send(s.id(), s.client().id(), false, UUID.randomUUID());
            return 0;
        });
        link = in(s.id(), () -> links.of(s.id(), s.client().id())).getFirst();
    }

    @AfterEach
    void the_clock_goes_on() {
        clock.reset();
    }

    private IssuedInvoice issued(InvoiceId draft) {
        var issuance =
                in(s.id(), () -> invoicing.issue(s.id(), draft, draft().month().lastDay(), UUID.randomUUID()));
        return ((Issuance.Issued) issuance).invoice();
    }

    private DraftInvoice draft() {
        return draft;
    }

    private CardProvider.Request opened(IssuedInvoice invoice) {
        var page = in(s.id(), () -> cards.open(link, invoice, "/espace/x", UUID.randomUUID()));
        var payment = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        return provider.request(payment).orElseThrow();
    }

    private IssuedInvoice again(IssuedInvoice invoice) {
        return (IssuedInvoice)
                in(s.id(), () -> invoicing.find(s.id(), invoice.id())).orElseThrow();
    }

    private Money balance(String account) {
        return in(s.id(), () -> ledger.balance(s.id(), account, null));
    }

    private int send(LocalCards.Sent sent) {
        return house.take(sent.signature(), sent.body());
    }

    @Test
    void a_hundred_shuffles_each_message_three_times() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var drafts = billing.copies(draft, SHUFFLES);
        var charged = Money.ZERO;
        var fees = Money.ZERO;
        for (var one : drafts) {
            var invoice = issued(one);
            var request = opened(invoice);
            var messages = new ArrayList<LocalCards.Sent>();
            for (var kind :
                    List.of(CardMessage.Kind.ABANDONED, CardMessage.Kind.SUCCEEDED, CardMessage.Kind.CHARGED_BACK)) {
                messages.addAll(Collections.nCopies(TIMES, provider.message(request, kind)));
            }
            Collections.shuffle(messages, random);
            messages.add(provider.message(request, CardMessage.Kind.FAILED)); // what is stale comes last
            messages.forEach(message -> assertThat(send(message)).isEqualTo(204));
            charged = charged.plus(invoice.open());
            fees = fees.plus(Money.ofCents(invoice.open().cents() * 15 / 1_000 + 25));
            assertThat(again(invoice).state()).as("seed " + seed).isEqualTo(InvoiceState.PAID);
            assertThat(in(s.id(), () -> cards.of(invoice))).containsExactly(CardState.CHARGED_BACK);
        }
        assertThat(balance("467000")).as("seed " + seed).isEqualTo(charged);
        assertThat(balance("627000")).isEqualTo(fees);
        assertThat(balance("511000")).isEqualTo(fees.negated());
    }

    @Test
    void paid_once_and_the_provider_owes_it_less_its_fee() {
        var invoice = issued(draft.id());
        var request = opened(invoice);
        var sent = provider.message(request, CardMessage.Kind.SUCCEEDED);
        assertThat(send(sent)).isEqualTo(204);
        assertThat(send(sent)).isEqualTo(204);
        assertThat(send(provider.message(request, CardMessage.Kind.SUCCEEDED))).isEqualTo(204);
        assertThat(again(invoice).open()).isEqualTo(Money.ZERO);
        assertThat(balance("511000")).isEqualTo(Money.of("540.00").minus(Money.of("8.35")));
    }

    @Test
    void what_was_paid_otherwise_meanwhile_is_the_client_s_advance() {
        var invoice = issued(draft.id());
        var first = opened(invoice);
        var second = opened(invoice);
        send(provider.message(first, CardMessage.Kind.SUCCEEDED));
        send(provider.message(second, CardMessage.Kind.SUCCEEDED));
        assertThat(again(invoice).open()).isEqualTo(Money.ZERO);
        assertThat(balance("419100")).isEqualTo(Money.of("540.00").negated());
    }

    @Test
    void forged_late_or_of_nobody_nothing_is_written() throws Exception {
        var invoice = issued(draft.id());
        var request = opened(invoice);
        var right = provider.message(request, CardMessage.Kind.SUCCEEDED);
        var before = rows();
        assertThat(post("", right.body())).isEqualTo(401);
        assertThat(post("t=1,v1=" + "0".repeat(64), right.body())).isEqualTo(401);
        var other = new String(right.body(), StandardCharsets.UTF_8).replace("54000", "1");
        assertThat(post(right.signature(), other.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(401);
        var forged = SignedBody.sign(new byte[32], clock.instant(), right.body());
        assertThat(post(forged, right.body())).isEqualTo(401);
        for (var off : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6))) {
            var late = SignedBody.sign(provider.secret(), clock.instant().plus(off), right.body());
            assertThat(post(late, right.body())).isEqualTo(401);
        }
        var nobody = new String(right.body(), StandardCharsets.UTF_8)
                .replace(request.payment().toString(), UUID.randomUUID().toString())
                .getBytes(StandardCharsets.UTF_8);
        assertThat(post(SignedBody.sign(provider.secret(), clock.instant(), nobody), nobody))
                .isEqualTo(422);
        var huge = new byte[70_000];
        assertThat(post(SignedBody.sign(provider.secret(), clock.instant(), huge), huge))
                .isEqualTo(413);
        assertThat(rows()).isEqualTo(before);
        assertThat(post(right.signature(), right.body())).isEqualTo(204);
        assertThat(rows()).isNotEqualTo(before);
    }

    private List<Long> rows() {
        return every.sql().sql("""
                        select count(*) from clientspace.card_message union all
                        select count(*) from clientspace.card_effect union all
                        select count(*) from ledger.entry""").query(Long.class).list();
    }

    private int post(String signature, byte[] body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notifications/carte"))
                    .header("Content-Type", "application/json")
                    .header("Passerelle-Signature", signature)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
