package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("S-46: an error says what happened, a reference that the log knows and the way out; never how we are made")
class S46_ErrorPagesTest {

    private static final Pattern REFERENCE = Pattern.compile("<code>([2-9A-Z]{4}-[2-9A-Z]{4})</code>");
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\tat |at (org|java|jakarta)\\.|\\.java:\\d|jakarta\\.|springframework|Tomcat|Caused by|SELECT |PSQL");
    private static final List<String> HOSTILE = List.of(
            "'",
            "%27%20or%201=1--",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%00",
            "%0d%0aSet-Cookie:%20a=b",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%5c..%5cwindows",
            "${jndi:ldap://example.org/a}".replace("{", "%7B").replace("}", "%7D"),
            "%24%7B7*7%7D",
            "%ff%fe",
            "%C0%AF",
            ";jsessionid=1",
            "a".repeat(4_000),
            "2026-13",
            "-1",
            "99999999999999999999",
            "%F0%9F%92%A5",
            "%E2%80%AEtxt",
            "%zz");

    @Autowired
    Identity identity;

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} in {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            /nulle-part              | fr | 404 | Cette page n’existe pas
            /nulle-part              | en | 404 | There is no such page
            /puis-je-facturer/       | fr | 404 | Cette page n’existe pas
            /puis-je-facturer/       | en | 404 | There is no such page
            /css/nulle-part.css      | fr | 404 | Cette page n’existe pas
            /error                   | fr | 404 | Cette page n’existe pas
            /deconnexion             | fr | 405 | Cette page s’ouvre autrement
            /deconnexion             | en | 405 | This page opens another way
            /connexion;a=b           | fr | 400 | Cette demande n’est pas compréhensible
            """)
    void a_page_in_the_readers_language_with_title_reference_and_way_out(
            String path, String language, int status, String title, CapturedOutput log) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nCookie: lang=" + language
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        isCalm(answer, log);
        assertThat(answer).contains("<title>" + title).contains("<h1>" + title + "</h1>");
    }

    @Test
    void a_form_without_its_token_is_refused_by_such_a_page(CapturedOutput log) {
        var answer = new Client(port).post("/connexion", Map.of("username", "a"));
        assertThat(answer.statusCode()).isEqualTo(403);
        isCalm(answer.body(), log);
    }

    @Test
    void another_role_reads_such_a_page_with_the_way_to_their_own_space(CapturedOutput log) {
        var visitor = signedIn(Role.FREELANCER);
        var answer = visitor.get("/bureau");
        assertThat(answer.statusCode()).isEqualTo(403);
        isCalm(answer.body(), log);
        assertThat(answer.body()).contains("href=\"/mon-mois\"").contains("Revenir à mon espace");
    }

    @Test
    void a_program_reads_a_problem_with_the_same_reference(CapturedOutput log) throws IOException {
        var answer = raw("GET /nulle-part HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer).contains("application/problem+json").contains("\"title\":\"Not Found\"");
        var reference = Pattern.compile("\"reference\":\"([^\"]+)\"").matcher(answer);
        assertThat(reference.find()).isTrue();
        assertThat(log.getAll()).contains("reference=" + reference.group(1) + " status=404");
    }

    @Test
    void hostile_requests_learn_nothing(CapturedOutput log) throws IOException {
        long seed = System.nanoTime();
        var chance = new Random(seed);
        var visitor = signedIn(Role.values());
        var cookies = new StringBuilder();
        visitor.cookies()
                .forEach((name, value) ->
                        cookies.append(name).append('=').append(value).append("; "));
        var requests = requests(chance);
        int errors = 0;
        for (var request : requests) {
            var line = request.formatted(chance.nextBoolean() ? "Cookie: " + cookies + "lang=en\r\n" : "");
            var answer = raw(line);
            assertThat(answer).as("seed %d: %s", seed, request).startsWith("HTTP/1.1 ");
            assertThat(INSIDE.matcher(answer).find())
                    .as("seed %d: %s%n%s", seed, request, answer)
                    .isFalse();
            int status = Integer.parseInt(answer.substring(9, 12));
            assertThat(status).as("seed %d: %s", seed, request).isNotIn(500, 502, 503);
            if (status >= 400 && status != 422 && !request.startsWith("HEAD")) {
                errors++;
                isCalm(answer, log);
            }
        }
        assertThat(requests).hasSizeGreaterThanOrEqualTo(500);
        assertThat(errors).isGreaterThan(200);
    }

    /// As many as the requirement says: each hostile word in paths, queries, headers, forms and request lines.
    private static List<String> requests(Random chance) {
        var all = new ArrayList<String>();
        var end = "Connection: close\r\n%s\r\n";
        for (var word : HOSTILE) {
            var text = word.replace("%", "%%");
            for (var path : List.of(
                    "/WORD",
                    "/missions/WORD",
                    "/factures/WORD/fichier",
                    "/bureau/WORD",
                    "/bureau/WORD/paie",
                    "/css/WORD",
                    "/webjars/WORD",
                    "/puis-je-facturer?client=WORD",
                    "/puis-je-facturer?metier=WORD&lang=WORD",
                    "/connexion?suite=WORD",
                    "/mon-mois?mois=WORD",
                    "/activite?mois=WORD",
                    "/frais?mois=WORD",
                    "/missions/nouvelle?client=WORD",
                    "/sessions?theme=WORD")) {
                all.add("GET " + path.replace("WORD", text) + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                        + end);
            }
            for (var header : List.of("Accept", "Accept-Language", "User-Agent", "Origin", "Range", "Content-Type")) {
                all.add("GET /puis-je-facturer HTTP/1.1\r\nHost: localhost\r\n" + header + ": " + text + "\r\n" + end);
            }
            for (var path : List.of("/connexion", "/missions/verdict", "/clients", "/frais", "/factures/x/emission")) {
                var body = "username=" + text + "&_csrf=" + text + "&intent=" + text;
                all.add("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.replace("%%", "%").length() + "\r\nConnection: close\r\n%s\r\n" + body);
            }
        }
        for (var method :
                List.of("TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "PROPFIND", "HEAD", "G\u0001T")) {
            for (var path :
                    List.of("/", "/connexion", "/mon-mois", "/actuator", "/actuator/env", "/.git/config", "*")) {
                all.add(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n" + end);
            }
        }
        for (var line : List.of("GET", "GET / HTTP/9.9", "GET  / HTTP/1.1", "\u0000", "GET /a b HTTP/1.1")) {
            all.add(line + "\r\nHost: localhost\r\n" + end);
        }
        all.add("GET / HTTP/1.1\r\n" + end); // no host
        all.add("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + end);
        all.add("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n" + end);
        all.add("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(20_000) + "\r\n" + end);
        java.util.Collections.shuffle(all, chance);
        return all;
    }

    private static void isCalm(String answer, CapturedOutput log) {
        assertThat(answer).contains("<title>", "<h1>", "href=\"/").doesNotContain("<title></title>");
        assertThat(INSIDE.matcher(answer).find()).as(answer).isFalse();
        var reference = REFERENCE.matcher(answer);
        assertThat(reference.find()).as(answer).isTrue();
        assertThat(log.getAll()).contains("reference=" + reference.group(1));
    }

    private Client signedIn(Role... roles) {
        var who = SomeUsers.someone(identity, roles);
        var client = new Client(port);
        assertThat(client.signIn(who.email(), SomeUsers.PASSWORD).statusCode()).isEqualTo(303);
        return client;
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var bytes = new java.io.ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(bytes);
            } catch (IOException e) {
                if (bytes.size() == 0) throw e; // what came before the reset is the answer
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
