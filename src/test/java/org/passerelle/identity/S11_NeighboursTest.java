package org.passerelle.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.cli.month.MonthFolder;
import org.passerelle.cli.month.MonthLoader;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.deadlines.Calendars;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.deadlines.Fact;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.gatherings.Gatherings;
import org.passerelle.gatherings.SomeSeats;
import org.passerelle.invoicing.Billing;
import org.passerelle.joining.Joining;
import org.passerelle.joining.ProofKind;
import org.passerelle.kernel.OperatorId;
import org.passerelle.marketplace.Market;
import org.passerelle.marketplace.SomeOffers;
import org.passerelle.people.ContractKind;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@Import(Billing.class)
@DisplayName("S-11: with every id of a neighbour, every page answers as if it did not exist, and nothing changes")
class S11_NeighboursTest {

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

    @Autowired
    MonthLoader loader;

    @Autowired
    Contracts contracts;

    @Autowired
    JdbcClient sql;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Calendars calendars;

    @Autowired
    Joining joining;

    @Autowired
    Market market;

    @Autowired
    Gatherings gatherings;

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
        var month = aMonthNextDoor();
        var drafted = Map.of(
                "operator", neighbour.id().toString(),
                "person", neighbour.person().id().toString(),
                "client", neighbour.client().id().toString(),
                "invoice", draft.id().toString(),
                "mission", neighbour.mission().id().toString());
        var markers = List.of(
                neighbour.person().lastName() + " " + neighbour.operator().id(),
                neighbour.mission().id().toString(),
                neighbour.client().id().toString(),
                neighbour.operator().siret().toString());
        var before =
                fingerprint(neighbour.id().toString()) + fingerprint(second.id().toString()) + fingerprint(month);
        for (var handler : Handlers.all(mapping)) {
            if (handler.path().startsWith("/connexion") || handler.path().equals("/deconnexion")) continue;
            assertThat(month.keySet()).as("a fixture for " + handler).containsAll(handler.variables());
            for (int i = 0; i < 4; i++) {
                // What is drafted, then a whole month; at the neighbour's desk, then the neighbour's ids at my own.
                var ids = new HashMap<>(month);
                if (i < 2) ids.putAll(drafted);
                boolean atMyDesk = i % 2 == 1
                        && handler.variables().stream()
                                .anyMatch(name -> !List.of("operator", "year").contains(name));
                var path = handler.pathWith(name ->
                        name.equals("operator") && atMyDesk ? myDesk.toString() : requireNonNull(ids.get(name)));
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
                        + fingerprint(second.id().toString())
                        + fingerprint(month))
                .isEqualTo(before);
    }

    private static String query(Map<String, String> form) {
        var text = new StringBuilder("?");
        form.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('&'));
        return text.toString();
    }

    /// The example month of a portage company: of everything that has an id in a path, one that exists, by the name it
    /// has there. A handler with another name is red.
    private Map<String, String> aMonthNextDoor() {
        var folder = MonthFolder.read(Path.of("examples/2026-10"));
        loader.load(folder, (_, _) -> {});
        var entity = folder.operators().getFirst().operator();
        House.in(entity.id(), () -> {
            var person = folder.people().stream()
                    .filter(one -> one.operator().equals(entity.id()))
                    .filter(one -> one.employment().kind() == ContractKind.CDI)
                    .findFirst()
                    .orElseThrow();
            return contracts.draft(PaperKind.PORTAGE_CDI, person.id(), null, UUID.randomUUID());
        });
        var ids = new HashMap<String, String>();
        ids.put("token", "A".repeat(54)); // a link's secret is no id; one that was never sent
        ids.put("operator", entity.id().toString());
        ids.put("year", "2026");
        // public pages that belong to nobody: a name that is none
        ids.put("code", "inconnu");
        ids.put("simulator", "inconnu");
        Map.of(
                        "person", "people.person",
                        "client", "clients.client",
                        "mission", "missions.mission",
                        "report", "activity.report",
                        "expense", "activity.expense",
                        "invoice", "invoicing.invoice",
                        "line", "banking.line",
                        "file", "banking.payment_file",
                        "contract", "contracts.contract",
                        "payslip", "payroll.payslip")
                .forEach((name, table) -> ids.put(
                        name,
                        one(
                                "select id from " + table + " where operator_id = ? limit 1",
                                entity.id().value())));
        var offer = SomeOffers.waits(market, entity.id(), SomeOffers.company("Un outil", "Pour la paie."));
        ids.put("offer", offer.id().toString());
        ids.put("seance", SomeSeats.booked(gatherings, entity.id()).session().toString());
        var owner = SomeUsers.someoneOf(identity, entity.group(), entity.id(), Role.FREELANCER);
        var user = owner.user().id().value();
        new Client(port).signIn(owner.email(), SomeUsers.PASSWORD);
        sql.sql("select * from identity.add_passkey(?, ?, ?, ?, true, 0, 'Clé', now())")
                .params(
                        UUID.randomUUID(),
                        UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII),
                        user,
                        new byte[] {1})
                .query(UUID.class)
                .list();
        ids.put("session", one("select session_id from identity.web_session where user_id = ? limit 1", user));
        ids.put("key", one("select passkey_id from identity.passkey where user_id = ? limit 1", user));
        clocksNextDoor(entity.id(), owner.user().id(), ids);
        somebodyJoinsNextDoor(entity.id(), owner.user().id(), ids);
        return ids;
    }

    /// A clock, a date told and a calendar link.
    private void clocksNextDoor(OperatorId entity, org.passerelle.kernel.UserId user, Map<String, String> ids) {
        House.in(entity, () -> {
            deadlines.tell(
                    entity,
                    new Fact(FactKind.ENTITY_CHANGES, Subject.of(entity), LocalDate.parse("2027-01-15")),
                    UUID.randomUUID());
            calendars.open(entity, user, UUID.randomUUID());
            return entity;
        });
        ids.put("token", "inconnu");
        Map.of("deadline", "deadlines.deadline", "fact", "deadlines.fact", "calendar", "deadlines.feed")
                .forEach((name, table) -> ids.put(
                        name, one("select id from " + table + " where operator_id = ? limit 1", entity.value())));
    }

    /// A file to join with a proof, and a declaration of hiring.
    private void somebodyJoinsNextDoor(OperatorId entity, org.passerelle.kernel.UserId user, Map<String, String> ids) {
        ids.put("etape", "identite");
        House.in(entity, () -> {
            var file = joining.open(entity, user, "quelqu-un@example.org", Map.of());
            var pdf = SomeFiles.bytes(SomeFiles.pdf("une pièce"));
            joining.attach(file.id(), ProofKind.IDENTITY, "piece.pdf", pdf, null, UUID.randomUUID());
            ids.put("application", file.id().toString());
            return file;
        });
        ids.put("proof", one("select id from joining.proof where operator_id = ? limit 1", entity.value()));
        ids.put("declaration", UUID.randomUUID().toString());
    }

    private String one(String query, UUID value) {
        var found = new ArrayList<UUID>();
        Scopes.run(
                Scope.NONE,
                () -> found.addAll(
                        every.sql().sql(query).param(value).query(UUID.class).list()));
        assertThat(found).as(query).isNotEmpty();
        return found.getFirst().toString();
    }

    /// Of every row of the month's entity, and of the session and the passkey of one of its people.
    private String fingerprint(Map<String, String> month) {
        return fingerprint(requireNonNull(month.get("operator")))
                + one(
                        "select session_id from identity.web_session where session_id = ?",
                        UUID.fromString(requireNonNull(month.get("session"))))
                + one(
                        "select passkey_id from identity.passkey where passkey_id = ?",
                        UUID.fromString(requireNonNull(month.get("key"))));
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
