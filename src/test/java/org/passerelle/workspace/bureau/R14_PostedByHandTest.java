package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.testing.House.in;

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
import org.passerelle.ledger.Ledger;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName(
        "R-14: what is no invoice leaves suspense for the account a person names; what was paid too much stays the client's")
class R14_PostedByHandTest {

    private static final Money CHARGES = Money.of("-12.40");
    private static final Money EXCESS = Money.of("30.00");

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

    @Autowired
    Ledger ledger;

    private Billing.Situation house;
    private IssuedInvoice invoice;
    private BankLine charges;
    private BankLine tooMuch;
    private Client desk;

    @BeforeEach
    void bank_charges_and_an_invoice_paid_too_much() {
        house = billing.situation();
        invoice = billing.issued(house, billing.draft(house, "2026-10-05", "2026-10-06"));
        var statement = CamtFile.statement("1")
                .account(house.operator().iban().value())
                .days("2026-11-01", "2026-11-08")
                .entry(CHARGES.toString(), "2026-11-03", "F1", "Banque", "Frais de tenue de compte")
                .entry(invoice.open().plus(EXCESS).toString(), "2026-11-04", "P1", "Le client", invoice.number());
        in(house.id(), () -> statements.importFile(house.id(), statement.bytes()));
        for (var line : in(house.id(), () -> statements.lines(house.id()))) {
            assertThat(line.state()).isEqualTo(BankLineState.WAITING);
            if (line.amount().isNegative()) charges = line;
            else tooMuch = line;
        }
        assertThat(balance("471")).isEqualTo(CHARGES.plus(tooMuch.amount()).negated());
        var someone = someoneOf(identity, house.operator().group(), house.id(), Role.GESTIONNAIRE);
        desk = new Client(port);
        desk.signIn(someone.email(), SomeUsers.PASSWORD);
        assertThat(desk.get(href(charges)).body()).contains("627000").doesNotContain("by=advance");
    }

    @Test
    void bank_charges_go_to_their_account_once() {
        var typed = typed(Map.of("account", "BANK_CHARGES"));
        assertThat(desk.post(href(charges) + "/affectation?by=account", typed).statusCode())
                .isEqualTo(303);
        assertThat(desk.get(href(charges)).body()).contains("rapprochée", "627000");
        desk.post(href(charges) + "/affectation?by=account", typed);
        assertThat(balance("627")).isEqualTo(CHARGES.negated());
        assertThat(balance("471")).isEqualTo(tooMuch.amount().negated());
    }

    @Test
    void the_excess_is_kept_as_the_clients_advance_and_the_invoice_is_settled() {
        assertThat(desk.get(href(tooMuch)).body()).contains("by=advance");
        assertThat(desk.post(href(tooMuch) + "/affectation?by=advance", typed(Map.of()))
                        .statusCode())
                .isEqualTo(303);
        var now = (IssuedInvoice)
                in(house.id(), () -> invoicing.find(house.id(), invoice.id())).orElseThrow();
        assertThat(now.open()).isEqualTo(Money.ZERO);
        assertThat(balance("4191")).isEqualTo(EXCESS.negated());
        assertThat(balance("471")).isEqualTo(CHARGES.negated());
        var parts = in(house.id(), () -> statements.parts(house.id(), tooMuch.id()));
        assertThat(parts.stream().map(part -> part.amount()).reduce(Money.ZERO, Money::plus))
                .as("I-5: to the cent")
                .isEqualTo(tooMuch.amount());
        assertThat(desk.get(href(tooMuch)).body()).contains(invoice.number(), "419100");
    }

    @Test
    void no_account_an_unknown_one_and_a_workers_own_are_refused() {
        for (var account : new String[] {"", "421000", "901100", "BANK", "CHARGES' or 1=1"}) {
            assertThat(desk.post(href(charges) + "/affectation?by=account", typed(Map.of("account", account)))
                            .statusCode())
                    .as(account)
                    .isEqualTo(422);
        }
        assertThat(in(house.id(), () -> statements.line(house.id(), charges.id()))
                        .state())
                .isEqualTo(BankLineState.WAITING);
    }

    private Money balance(String account) {
        return in(house.id(), () -> ledger.balance(house.id(), account, null));
    }

    private static Map<String, String> typed(Map<String, String> fields) {
        var typed = new HashMap<>(fields);
        typed.put("intent", UUID.randomUUID().toString());
        return typed;
    }

    private String href(BankLine line) {
        return "/bureau/" + house.id() + "/banque/" + line.id();
    }
}
