package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Ledger;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName("R-11: fifty equal wishes at once, and one later, have one effect and the same answer")
class R11_IssuedOnceTest {

    private static final int CALLS = 50;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Ledger ledger;

    @Autowired
    Billing billing;

    @Test
    void issuing() throws Exception {
        var s = billing.situation();
        var draft = billing.draft(s, "2026-10-12");
        var intent = UUID.randomUUID();
        Callable<Issuance> wish = () -> invoicing.issue(s.id(), draft.id(), Billing.LAST, intent);
        var answers = atOnce(s, wish);
        answers.add(in(s.id(), wish));
        assertThat(answers).hasSize(CALLS + 1).allMatch(answers.getFirst()::equals);
        assertThat(in(s.id(), () -> invoicing.issued(s.id()))).hasSize(1);
        assertThat(in(s.id(), () -> ledger.balance(s.id(), "411", null))).isEqualTo(Money.of("540"));
    }

    @Test
    void fifty_people_with_intents_of_their_own_issue_one_invoice() throws Exception {
        var s = billing.situation();
        var draft = billing.draft(s, "2026-10-12");
        var answers = atOnce(s, () -> invoicing.issue(s.id(), draft.id(), Billing.LAST, UUID.randomUUID()));
        assertThat(answers).allMatch(answers.getFirst()::equals);
        assertThat(in(s.id(), () -> invoicing.issued(s.id()))).hasSize(1);
    }

    @Test
    void the_same_intent_with_another_content_is_a_conflict() {
        var s = billing.situation();
        var draft = billing.draft(s, "2026-10-12");
        var other = billing.copies(draft, 1).getFirst();
        var intent = UUID.randomUUID();
        var first = in(s.id(), () -> invoicing.issue(s.id(), draft.id(), Billing.LAST, intent));
        assertThat(first).isInstanceOf(Issuance.Issued.class);
        assertThat(in(s.id(), () -> invoicing.issue(s.id(), other, Billing.LAST, intent)))
                .isEqualTo(new Issuance.Conflict());
        assertThat(in(s.id(), () -> invoicing.credit(s.id(), draft.id(), Billing.LAST, "x", intent)))
                .isEqualTo(new Issuance.Conflict());
        assertThat(in(s.id(), () -> invoicing.issued(s.id()))).hasSize(1);
    }

    @Test
    void settling() throws Exception {
        var s = billing.situation();
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        var line = BankLineId.random();
        var answers = atOnce(s, () -> invoicing.settle(s.id(), invoice.id(), Money.of("540"), line, Billing.LAST));
        assertThat(answers).allMatch(answers.getFirst()::equals);
        assertThat(in(s.id(), () -> ledger.balance(s.id(), "512", null))).isEqualTo(Money.of("540"));
    }

    @Test
    void crediting() throws Exception {
        var s = billing.situation();
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        var intent = UUID.randomUUID();
        var answers = atOnce(s, () -> invoicing.credit(s.id(), invoice.id(), Billing.LAST, "annulée", intent));
        assertThat(answers).allMatch(answers.getFirst()::equals);
        assertThat(in(s.id(), () -> ledger.balance(s.id(), "411", null))).isEqualTo(Money.ZERO);
    }

    private static <T> ArrayList<T> atOnce(Billing.Situation s, Callable<T> wish) throws Exception {
        var barrier = new CyclicBarrier(CALLS);
        var answers = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < CALLS; i++) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return in(s.id(), wish);
                }));
            }
            for (var future : futures) answers.add(future.get());
        }
        return answers;
    }
}
