package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.invoicing.Billing;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@Import(Billing.class)
@DisplayName("S-11: with every id of a neighbour, every page answers as if it did not exist, and nothing changes")
class S11_NeighboursTest {

    /// Variables of paths for which the sweep has a neighbour's id; a handler with another one is red.
    private static final Set<String> KNOWN = Set.of(
            "session",
            "key",
            "invoice",
            "mission",
            "expense",
            "operator",
            "report",
            "person",
            "client",
            "line",
            "file",
            "payslip",
            "year");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Billing billing;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    EveryOperator every;

    @LocalServerPort
    int port;

    @Test
    void the_sweep() {
        var neighbour = billing.situation();
        var second = billing.situation();
        var draft = billing.draft(neighbour, "2026-10-05", "2026-10-06");
        var issued = billing.issued(second, billing.draft(second, "2026-10-07"));
        var myDesk = OperatorId.random();
        var me = stranger(myDesk);
        var ids = Map.of(
                "operator", List.of(neighbour.id().toString()),
                "person", List.of(neighbour.person().id().toString()),
                "client", List.of(neighbour.client().id().toString()),
                "year", List.of("2026"),
                "invoice", List.of(draft.id().toString(), issued.id().toString()),
                "mission", List.of(neighbour.mission().id().toString()),
                "expense", List.of(UUID.randomUUID().toString()),
                "session", List.of(UUID.randomUUID().toString()));
        var markers = List.of(
                neighbour.person().lastName() + " " + neighbour.operator().id(),
                neighbour.mission().id().toString(),
                neighbour.client().id().toString(),
                neighbour.operator().siret().toString());
        var before =
                fingerprint(neighbour.id().toString()) + fingerprint(second.id().toString());
        for (var handler : Handlers.all(mapping)) {
            if (handler.path().startsWith("/connexion") || handler.path().equals("/deconnexion")) continue;
            assertThat(KNOWN).as("a fixture for " + handler).containsAll(handler.variables());
            for (int i = 0; i < 2; i++) {
                int turn = i;
                // At the desk: the neighbour's own, then the neighbour's ids at the stranger's desk.
                boolean atMyDesk = turn == 1
                        && handler.variables().stream()
                                .anyMatch(name -> !List.of("operator", "year").contains(name));
                var path = handler.pathWith(name -> name.equals("operator") && atMyDesk
                        ? myDesk.toString()
                        : pick(ids.getOrDefault(name, List.of(UUID.randomUUID().toString())), turn));
                var form = new HashMap<String, String>();
                form.put("intent", UUID.randomUUID().toString());
                form.put("mois", "2026-10");
                for (var name : List.of("mission", "client", "person", "draft", "invoice", "operator", "operatorId")) {
                    form.put(name, neighbourId(name, neighbour, draft.id().toString()));
                }
                var answer = handler.writes() ? me.post(path, form) : me.get(path + query(form));
                if (!handler.variables().isEmpty()) {
                    assertThat(answer.statusCode()).as(handler + " " + path).isEqualTo(404);
                }
                assertThat(answer.statusCode()).as(handler.toString()).isLessThan(500);
                if (answer.statusCode() == 200) {
                    for (var marker : markers) {
                        if (answer.body().contains("value=\"" + marker)) continue; // what was typed comes back
                        assertThat(answer.body().replaceAll("value=\"[^\"]*\"", ""))
                                .as(handler.toString())
                                .doesNotContain(marker);
                    }
                }
            }
        }
        assertThat(fingerprint(neighbour.id().toString())
                        + fingerprint(second.id().toString()))
                .isEqualTo(before);
    }

    private static String query(Map<String, String> form) {
        var text = new StringBuilder("?");
        form.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('&'));
        return text.toString();
    }

    private static String pick(List<String> ids, int turn) {
        return ids.get(turn % ids.size());
    }

    private static String neighbourId(String name, Billing.Situation s, String draft) {
        return switch (name) {
            case "mission" -> s.mission().id().toString();
            case "client" -> s.client().id().toString();
            case "person" -> s.person().id().toString();
            case "operator", "operatorId" -> s.id().toString();
            default -> draft;
        };
    }

    /// A freelancer of another group, with a month of their own.
    private Client stranger(OperatorId id) {
        var operator = house.has(anOperator().with(id));
        var who = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.values());
        var person = house.has(operator, aPerson().signedInAs(who.user().id()));
        house.has(person, house.has(operator, aClient()), aMission().at(dailyRate("450")));
        var client = new Client(port);
        assertThat(client.signIn(who.email(), SomeUsers.PASSWORD).statusCode()).isEqualTo(303);
        client.get("/sessions");
        return client;
    }

    /// A hash over every row of the neighbour in every table.
    private String fingerprint(String operator) {
        var all = new StringBuilder();
        Scopes.run(Scope.NONE, () -> {
            for (var table : every.sql()
                    .sql("select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid"
                            + " and a.attname = 'operator_id' and not a.attisdropped where c.relkind = 'r' order by 1")
                    .query(String.class)
                    .list()) {
                all.append(table)
                        .append(' ')
                        .append(every.sql()
                                .sql(
                                        "select count(*) || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))"
                                                + " from " + table + " t where operator_id = ?::uuid")
                                .param(operator)
                                .query(String.class)
                                .single())
                        .append('\n');
            }
        });
        return all.toString();
    }
}
