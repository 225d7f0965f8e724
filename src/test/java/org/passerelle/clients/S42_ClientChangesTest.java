package org.passerelle.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Siren;
import org.passerelle.operators.Operator;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@DisplayName("S-42, R-11, PS-01: a client is changed once, in sight of what colleagues did, and the trail says so")
class S42_ClientChangesTest {

    @Autowired
    House house;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Operator operator;
    private Client client;

    @BeforeEach
    void a_client() {
        operator = house.has(anOperator());
        client = house.has(operator, aClient());
    }

    @Test
    void what_may_change_does_and_the_trail_names_the_fields() {
        var siren = Fictional.siren(Fictional.next());
        change(renamed("Nouvelle Enseigne", ClientKind.ASSOCIATION, siren), 1);
        var now = in(operator.id(), () -> clients.revised(client.id()));
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.value().name()).isEqualTo("Nouvelle Enseigne");
        assertThat(now.value().kind()).isEqualTo(ClientKind.ASSOCIATION);
        assertThat(now.value().code()).isEqualTo(client.code());
        assertThat(trail())
                .contains("fields=kind, name, siren, siret, term")
                .contains("kind=COMPANY → ASSOCIATION")
                .contains("siren=" + client.siren() + " → " + siren)
                .contains("term=30 → 45")
                .doesNotContain("Enseigne");
    }

    @Test
    void what_a_colleague_changed_first_is_shown_and_stays() {
        change(renamed("La première", client.kind(), client.siren()), 1);
        var late = change(renamed("La seconde", client.kind(), client.siren()), 1);
        assertThat(late).isInstanceOfSatisfying(Change.Meanwhile.class, meanwhile -> {
            assertThat(meanwhile.now().revision()).isEqualTo(2);
            assertThat(((Client) meanwhile.now().value()).name()).isEqualTo("La première");
        });
        assertThat(in(operator.id(), () -> clients.get(client.id())).name()).isEqualTo("La première");
    }

    @Test
    void R11_the_same_wish_again_changes_nothing_more_and_other_content_is_refused() {
        var intent = UUID.randomUUID();
        var wished = renamed("Une fois", client.kind(), client.siren());
        in(operator.id(), () -> clients.change(wished, 1, intent));
        var again = in(operator.id(), () -> clients.change(wished, 1, intent));
        assertThat(again).isInstanceOf(Change.Changed.class);
        assertThat(in(operator.id(), () -> clients.revised(client.id())).revision())
                .isEqualTo(2);
        var other = renamed("Autrement", client.kind(), client.siren());
        assertThatThrownBy(() -> in(operator.id(), () -> clients.change(other, 2, intent)))
                .isInstanceOf(IntentReused.class);
    }

    @Test
    void a_change_of_nothing_leaves_no_trace() {
        change(client, 1);
        assertThat(in(operator.id(), () -> clients.revised(client.id())).revision())
                .isEqualTo(1);
        assertThat(trail()).isEmpty();
    }

    @Test
    void PS01_the_kind_stays_once_a_mission_was_agreed() {
        house.has(house.has(operator, aPerson()), client, aMission());
        assertThatThrownBy(() -> change(renamed(client.name(), ClientKind.SOLE_TRADER, client.siren()), 1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("client.kind_bound");
        var siren = Fictional.siren(Fictional.next());
        assertThat(change(renamed(client.name(), client.kind(), siren), 1)).isInstanceOf(Change.Changed.class);
    }

    @Test
    void S11_a_client_of_another_entity_is_not_changed() {
        var ours = house.has(anOperator());
        assertThatThrownBy(() -> in(ours.id(), () -> clients.change(client, 1, UUID.randomUUID())))
                .isInstanceOf(RuntimeException.class);
        assertThat(in(operator.id(), () -> clients.revised(client.id())).revision())
                .isEqualTo(1);
    }

    private Change<Client> change(Client wished, int seen) {
        return in(operator.id(), () -> clients.change(wished, seen, UUID.randomUUID()));
    }

    private Client renamed(String name, ClientKind kind, Siren siren) {
        return new Client(
                client.id(),
                client.operator(),
                client.code(),
                kind,
                name,
                siren,
                siren.equals(client.siren()) ? client.siret() : null,
                client.vat(),
                client.address(),
                client.email(),
                client.eInvoiceAddress(),
                45);
    }

    private String trail() {
        return in(
                operator.id(),
                () -> transaction.execute(_ -> jdbc.sql("""
                        select coalesce(string_agg(details, ''), '') from identity.trail_line
                        where operator_id = ? and action = 'client.changed'""")
                        .param(operator.id().value())
                        .query(String.class)
                        .single()));
    }
}
