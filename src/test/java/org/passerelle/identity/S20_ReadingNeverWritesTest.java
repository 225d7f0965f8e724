package org.passerelle.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.testing.Client;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@Import(ExampleMonth.class)
@DisplayName("S-14, S-20: every page of every role is read; nothing is written, and no NIR or IBAN is shown whole")
class S20_ReadingNeverWritesTest {

    /// When a session was last seen, and nothing else, may change while pages are read.
    private static final Set<String> CLOCKS = Set.of("identity.web_session");

    private static final int MOST_IDS = 3;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ExampleMonth example;

    @Autowired
    Identity identity;

    @Autowired
    People people;

    @Autowired
    EveryOperator every;

    @LocalServerPort
    int port;

    private final List<String> secrets = new ArrayList<>();
    private int read;

    @Test
    void the_crawl() {
        var entities = example.lived();
        for (var entity : entities) {
            for (Person person : in(entity.id(), () -> people.all(entity.id()))) {
                secrets.add(person.nir().value());
                secrets.add(person.iban().value());
            }
        }
        assertThat(secrets).hasSizeGreaterThan(20);
        var portage = entities.getFirst();
        var cooperative = entities.getLast();
        var aline = freelancer(portage, "P-001");
        var helene = freelancer(cooperative, "P-101");
        var desks = List.of(Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR, Role.ADMINISTRATOR).stream()
                .map(role -> new Desk(role, desk(portage, role)))
                .toList();
        var before = everyRow();

        crawl(Role.FREELANCER, aline.browser(), (_, name) -> example.idsOf(aline.person(), name));
        crawl(Role.FREELANCER, helene.browser(), (_, name) -> example.idsOf(helene.person(), name));
        for (var desk : desks) {
            crawl(desk.role(), desk.browser(), (_, name) -> example.ids(portage.id(), name));
        }

        assertThat(read).isGreaterThan(100);
        assertThat(everyRow()).isEqualTo(before);
    }

    private record Freelancer(Person person, Client browser) {}

    private record Desk(Role role, Client browser) {}

    private Freelancer freelancer(Operator entity, String code) {
        var who = SomeUsers.someoneOf(identity, entity.group(), entity.id(), Role.FREELANCER);
        var person =
                example.signingIn(example.person(entity.id(), code), who.user().id());
        return new Freelancer(person, browser(who));
    }

    private Client desk(Operator entity, Role role) {
        return browser(SomeUsers.someoneOf(identity, entity.group(), entity.id(), role));
    }

    private Client browser(SomeUsers.Someone who) {
        var browser = new Client(port);
        assertThat(browser.signIn(who.email(), SomeUsers.PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    private void crawl(Role role, Client browser, BiFunction<Handlers.Handler, String, List<String>> idsOf) {
        for (var handler : Handlers.all(mapping)) {
            if (handler.writes() || !handler.isOpenTo(role)) continue;
            var names = handler.variables();
            var last = names.isEmpty() ? List.of("") : idsOf.apply(handler, names.getLast());
            assertThat(last).as("real ids for " + handler + " of " + role).isNotEmpty();
            for (var id : last.subList(0, Math.min(MOST_IDS, last.size()))) {
                var path = handler.pathWith(name -> name.equals(names.getLast())
                        ? id
                        : idsOf.apply(handler, name).getFirst());
                var answer = browser.get(path + (names.isEmpty() ? "?mois=2026-10" : ""));
                assertThat(answer.statusCode()).as(role + " " + path).isIn(200, 303);
                read++;
                var type = answer.headers().firstValue("content-type").orElse("");
                if (type.startsWith("text/html")) {
                    var text = answer.body().replaceAll("[\\s\\u00A0\\u202F]|&nbsp;", "");
                    for (var secret : secrets) {
                        assertThat(text).as("S-14: " + role + " " + path).doesNotContain(secret);
                    }
                }
            }
        }
    }

    private String everyRow() {
        var all = new StringBuilder();
        for (var table : every.sql()
                .sql("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1")
                .query(String.class)
                .list()) {
            if (CLOCKS.contains(table)) continue;
            all.append(table)
                    .append(' ')
                    .append(requireNonNull(every.sql()
                            .sql(
                                    "select count(*) || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))"
                                            + " from " + table + " t")
                            .query(String.class)
                            .single()))
                    .append('\n');
        }
        return all.toString();
    }
}
