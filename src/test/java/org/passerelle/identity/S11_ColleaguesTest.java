package org.passerelle.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clients.Clients;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.people.Person;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.Client;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@Import(ExampleMonth.class)
@DisplayName("S-11: a colleague of the same entity is as far away as a neighbour")
class S11_ColleaguesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ExampleMonth example;

    @Autowired
    Identity identity;

    @Autowired
    Clients clients;

    @Autowired
    Missions missions;

    @Autowired
    EveryOperator every;

    @LocalServerPort
    int port;

    private OperatorId house;
    private Person colleague;
    private Mission theirs;
    private Person mine;
    private Client me;

    /// The example month of the portage company: Aline is the colleague, Bastien looks at what is not his.
    @BeforeEach
    void two_people_of_one_house() {
        var entity = example.lived().getFirst();
        house = entity.id();
        colleague = example.person(house, "P-001");
        theirs = in(house, () -> missions.of(colleague.id())).getFirst();
        var who = SomeUsers.someoneOf(identity, entity.group(), house, Role.FREELANCER);
        mine = example.signingIn(example.person(house, "P-002"), who.user().id());
        me = new Client(port);
        me.signIn(who.email(), SomeUsers.PASSWORD);
        assertThat(me.get("/mon-mois?mois=2026-10").statusCode()).isEqualTo(200);
    }

    @Test
    void every_page_of_a_freelancer_with_a_colleague_s_id() {
        var before = fingerprint();
        int asked = 0;
        for (var handler : Handlers.all(mapping)) {
            if (!handler.isOpenTo(Role.FREELANCER) || handler.variables().isEmpty()) continue;
            var ids = example.idsOf(colleague, handler.variables().getFirst());
            assertThat(ids).as("a colleague's id for " + handler).isNotEmpty();
            for (var id : ids) {
                var path = handler.pathWith(_ -> id);
                var answer = handler.writes()
                        ? me.post(
                                path,
                                new HashMap<>(Map.of("intent", UUID.randomUUID().toString())))
                        : me.get(path);
                assertThat(answer.statusCode()).as(handler + " " + path).isEqualTo(404);
                assertThat(answer.body())
                        .doesNotContain(colleague.lastName(), theirs.terms().title());
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(6);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void no_page_of_mine_speaks_of_a_colleague() {
        var client = in(house, () -> clients.get(theirs.client()));
        for (var handler : Handlers.all(mapping)) {
            if (!handler.isOpenTo(Role.FREELANCER)
                    || handler.writes()
                    || !handler.variables().isEmpty()) continue;
            var answer = me.get(handler.path() + "?mois=2026-10");
            assertThat(answer.statusCode()).as(handler.toString()).isEqualTo(200);
            assertThat(answer.body())
                    .as(handler.toString())
                    .doesNotContain(
                            colleague.lastName(),
                            colleague.id().toString(),
                            theirs.id().toString(),
                            client.id().toString(),
                            client.name());
        }
    }

    @Test
    void a_colleague_s_client_does_not_exist_for_me() {
        var client = theirs.client();
        assertThat(me.get("/missions/nouvelle?client=" + client).statusCode()).isEqualTo(404);
        for (var path : List.of("/missions", "/missions/verdict")) {
            assertThat(me.post(path, mission(client)).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(in(house, () -> missions.of(mine.id())))
                .noneMatch(mission -> mission.client().equals(client));
    }

    @Test
    void a_client_whom_I_brought_is_mine_before_any_mission() {
        var form = new HashMap<>(Map.of("type", "CONSUMER", "nom", "Dominique Particulier", "intent", intent()));
        form.putAll(Map.of("email", "dominique@example.org", "adresse", "2 rue du Test"));
        form.putAll(Map.of("codepostal", "69003", "ville", "Lyon"));
        var next = me.post("/clients", form).headers().firstValue("location").orElseThrow();

        assertThat(me.get(next).body()).contains("Dominique Particulier");
        assertThat(me.get("/missions/nouvelle").body()).contains("Dominique Particulier");
    }

    @Test
    void a_day_on_a_colleague_s_mission_is_refused() {
        var before = fingerprint();
        var form = Map.of(
                "mois",
                "2026-11",
                "acte",
                "envoi",
                "intent",
                intent(),
                "j03m",
                "MISSION:" + theirs.id(),
                "j03a",
                "MISSION:" + theirs.id());
        assertThat(me.post("/activite", form).statusCode()).isEqualTo(422);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void an_expense_on_a_colleague_s_mission_is_refused() {
        var before = fingerprint();
        var form = Map.of(
                "mois", "2026-11",
                "date", "2026-11-03",
                "libelle", "Train",
                "ttc", "20,00",
                "categorie", "TRAVEL",
                "mission", theirs.id().toString(),
                "intent", intent());
        var answer = me.upload("/frais", form, "justificatif", "recu.pdf", SomeFiles.pdf("recu"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(fingerprint()).isEqualTo(before);
    }

    private static Map<String, String> mission(ClientId client) {
        var form = new HashMap<>(Map.of("client", client.toString(), "titre", "Conseil", "intent", intent()));
        form.putAll(Map.of("activite", "conseil-organisation", "debut", "01/11/2026", "fin", "30/11/2026"));
        form.putAll(Map.of("mode", "DAY", "prix", "500", "tva", "20", "jours", "10", "destination", "BUSINESS"));
        form.putAll(Map.of("motif", "MISSING_EXPERTISE", "domicile", "non", "biens", "non"));
        form.putAll(Map.of("reglementee", "non", "dangereux", "non", "greve", "non"));
        return form;
    }

    private static String intent() {
        return UUID.randomUUID().toString();
    }

    /// A hash over every row that names the colleague, and over every document of the house.
    private String fingerprint() {
        var all = new StringBuilder();
        Scopes.run(Scope.NONE, () -> {
            for (var table : every.sql()
                    .sql("select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid"
                            + " and a.attname = 'person_id' and not a.attisdropped where c.relkind = 'r' order by 1")
                    .query(String.class)
                    .list()) {
                all.append(table)
                        .append(' ')
                        .append(hash(table, "person_id", colleague.id().value()));
            }
            all.append(hash("documents.document", "operator_id", house.value()));
        });
        return all.toString();
    }

    private String hash(String table, String column, UUID value) {
        return requireNonNull(every.sql()
                .sql("select count(*) || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from "
                        + table + " t where " + column + " = ?")
                .param(value)
                .query(String.class)
                .single());
    }
}
