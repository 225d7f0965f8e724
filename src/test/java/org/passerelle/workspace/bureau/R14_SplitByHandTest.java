package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.banking.BankLine;
import org.passerelle.banking.BankLineState;
import org.passerelle.banking.CamtFile;
import org.passerelle.banking.Statements;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Money;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName("R-14: a person splits one bank line over several invoices, to the cent or not at all")
class R14_SplitByHandTest {

    private static final Money PART = Money.of("100.00");

    @LocalServerPort
    int port;

    @Autowired
    Billing billing;

    @Autowired
    Identity identity;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Statements statements;

    private Billing.Situation house;
    private IssuedInvoice first;
    private IssuedInvoice second;
    private BankLine line;
    private Client desk;

    @BeforeEach
    void a_payment_that_says_nothing_and_two_open_invoices() {
        house = billing.situation();
        var draft = billing.draft(house, "2026-10-05", "2026-10-06");
        var copy = billing.copies(draft, 1).getFirst();
        first = billing.issued(house, draft);
        in(house.id(), () -> invoicing.issue(house.id(), copy, LocalDate.of(2026, 10, 31), UUID.randomUUID()));
        second = (IssuedInvoice)
                in(house.id(), () -> invoicing.find(house.id(), copy)).orElseThrow();
        var amount = first.open().plus(second.open()).minus(PART);
        var statement = CamtFile.statement("1")
                .account(house.operator().iban().value())
                .days("2026-11-01", "2026-11-08")
                .raw("""
                        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                        <BookgDt><Dt>2026-11-05</Dt></BookgDt><AcctSvcrRef>Z1</AcctSvcrRef></Ntry>""".formatted(amount), amount.toString());
        in(house.id(), () -> statements.importFile(house.id(), statement.bytes()));
        line = in(house.id(), () -> statements.lines(house.id())).getFirst();
        assertThat(line.state()).isNotEqualTo(BankLineState.MATCHED);
        var someone = someoneOf(identity, house.operator().group(), house.id(), Role.GESTIONNAIRE);
        desk = new Client(port);
        desk.signIn(someone.email(), SomeUsers.PASSWORD);
        assertThat(desk.get(href()).body()).contains(first.number(), second.number(), "part-" + first.id());
    }

    @Test
    void both_are_settled_one_in_part_and_the_page_says_with_what() {
        var answer = split(parts(first.open(), second.open().minus(PART)));
        assertThat(answer).isEqualTo(303);
        assertThat(now(first).open()).isEqualTo(Money.ZERO);
        assertThat(now(second).open()).isEqualTo(PART);
        assertThat(desk.get(href()).body()).contains("rapprochée", first.number(), second.number());
    }

    @Test
    void a_double_click_settles_once() {
        var parts = parts(first.open(), second.open().minus(PART));
        parts.put("intent", UUID.randomUUID().toString());
        assertThat(split(parts)).isEqualTo(303);
        desk.get("/bureau/" + house.id() + "/banque");
        split(parts);
        assertThat(now(second).open()).isEqualTo(PART);
    }

    @Test
    void what_does_not_add_up_is_refused_with_what_was_typed() {
        var typed = parts(first.open(), second.open());
        typed.put("intent", UUID.randomUUID().toString());
        var page = desk.post(href() + "/affectation?split=1", typed);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "value=\"" + second.open().toString().replace('.', ',').substring(0, 3));
        assertThat(now(first).open()).isEqualTo(first.open());
    }

    @Test
    void more_than_is_due_nothing_at_all_and_nonsense_are_refused() {
        assertThat(split(parts(first.open().plus(second.open()).minus(PART), Money.ZERO)))
                .isEqualTo(422);
        assertThat(split(new HashMap<>())).isEqualTo(422);
        assertThat(split(new HashMap<>(Map.of("part-" + first.id(), "beaucoup"))))
                .isEqualTo(422);
        assertThat(split(new HashMap<>(Map.of("part-" + first.id(), "-5")))).isEqualTo(422);
        assertThat(split(new HashMap<>(
                        Map.of("part-" + UUID.randomUUID(), line.amount().toString()))))
                .isEqualTo(422);
        assertThat(now(first).open()).isEqualTo(first.open());
        assertThat(in(house.id(), () -> statements.line(house.id(), line.id())).state())
                .isNotEqualTo(BankLineState.MATCHED);
    }

    private Map<String, String> parts(Money ofFirst, Money ofSecond) {
        return new HashMap<>(
                Map.of("part-" + first.id(), ofFirst.toString(), "part-" + second.id(), ofSecond.toString()));
    }

    private int split(Map<String, String> parts) {
        parts.putIfAbsent("intent", UUID.randomUUID().toString());
        return desk.post(href() + "/affectation?split=1", parts).statusCode();
    }

    private String href() {
        return "/bureau/" + house.id() + "/banque/" + line.id();
    }

    private IssuedInvoice now(IssuedInvoice invoice) {
        return in(house.id(), () ->
                (IssuedInvoice) invoicing.find(house.id(), invoice.id()).orElseThrow());
    }
}
