package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.web.AccessGate;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@DisplayName("S-10: who may open which page is written in one table; what is not in it is closed")
class S10_DenyByDefaultTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/roles.txt");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Identity identity;

    @LocalServerPort
    int port;

    /// After a wanted change: copy target/roles.txt over the golden file, and read the difference.
    @Test
    void the_table_of_roles_and_pages_is_the_one_that_was_read_by_a_person() throws IOException {
        var table = Handlers.all(mapping).stream()
                .map(handler -> "%-5s %-45s %s".formatted(handler.method(), handler.path(), mayOpen(handler)))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of("target/roles.txt"), table);
        assertThat(table)
                .as("a wanted change? read it, then copy target/roles.txt over " + GOLDEN)
                .isEqualTo(Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "");
    }

    @Test
    void no_handler_is_left_without_an_answer() {
        assertThat(Handlers.all(mapping))
                .allSatisfy(handler -> assertThat(mayOpen(handler)).isNotEqualTo("nobody"));
    }

    @Test
    void a_visitor_is_sent_to_the_sign_in_by_every_page_that_is_not_theirs() {
        for (var handler : Handlers.all(mapping)) {
            if (AccessGate.isOpen(handler.code(), null)) continue;
            var client = new Client(port);
            client.get("/connexion");
            var path = handler.pathWith(_ -> UUID.randomUUID().toString());
            var answer = handler.writes() ? client.post(path, Map.of()) : client.get(path);
            assertThat(answer.statusCode()).as(handler.toString()).isEqualTo(303);
            assertThat(answer.headers().firstValue("location").orElse("")).startsWith("/connexion");
        }
    }

    @Test
    void another_role_reads_403() {
        var director = SomeUsers.someone(identity, Role.DIRECTOR);
        var client = new Client(port);
        client.signIn(director.email(), SomeUsers.PASSWORD);
        client.get("/sessions");
        for (var handler : Handlers.all(mapping)) {
            if (AccessGate.isOpen(handler.code(), as(Role.DIRECTOR))) continue;
            var path = handler.pathWith(_ -> UUID.randomUUID().toString());
            var answer = handler.writes() ? client.post(path, Map.of()) : client.get(path);
            assertThat(answer.statusCode()).as(handler.toString()).isEqualTo(403);
        }
    }

    private static String mayOpen(Handlers.Handler handler) {
        if (AccessGate.isOpen(handler.code(), null)) return "everybody";
        var roles = java.util.Arrays.stream(Role.values())
                .filter(role -> AccessGate.isOpen(handler.code(), as(role)))
                .map(Role::name)
                .toList();
        if (roles.isEmpty()) return "nobody";
        return roles.size() == Role.values().length ? "signed in" : String.join(" ", roles);
    }

    private static @Nullable SignedIn as(Role role) {
        return new SignedIn(UserId.random(), GroupId.random(), "x", Map.of(OperatorId.random(), Set.of(role)));
    }
}
