package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.testing.Client;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("R-21: while the database is away everybody reads a calm page with a reference, and is asked to come back")
class R21_DatabaseAwayPageTest {

    @Autowired
    Identity identity;

    @Autowired
    DataSource database;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /mon-mois                 | fr | Nous revenons dans un instant
            /mon-mois                 | en | We will be back in a moment
            /solde?mois=2026-10       | fr | Nous revenons dans un instant
            /sessions                 | en | We will be back in a moment
            """)
    void a_signed_in_person_reads_it(String path, String language, String title, CapturedOutput log) {
        var client = new Client(port);
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        assertThat(client.signIn(who.email(), SomeUsers.PASSWORD).statusCode()).isEqualTo(303);
        client.cookies().put("lang", language);
        for (var moment :
                new Duration[] {Duration.ZERO, Duration.ofSeconds(2)}) { // the session known, then to be asked
            client.get(path);
            clock.move(moment);
            away(true);
            try {
                var answer = client.get(path);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("retry-after")).contains("10");
                assertThat(answer.headers().firstValue("content-security-policy"))
                        .isPresent();
                assertThat(answer.body()).contains("<h1>" + title + "</h1>").doesNotContain("Exception", "SQL");
                var reference = Pattern.compile("<code>([2-9A-Z-]{9})</code>").matcher(answer.body());
                assertThat(reference.find()).isTrue();
                assertThat(log.getAll()).contains("reference=" + reference.group(1) + " status=503");
            } finally {
                away(false);
            }
            assertThat(client.get("/sessions").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_public_pages_answer_without_it() {
        away(true);
        try {
            for (var path : new String[] {"/", "/puis-je-facturer", "/connexion"}) {
                assertThat(new Client(port).get(path).statusCode()).as(path).isEqualTo(200);
            }
        } finally {
            away(false);
        }
    }

    private void away(boolean gone) {
        ((CrashingDataSource) database).away(gone);
    }
}
