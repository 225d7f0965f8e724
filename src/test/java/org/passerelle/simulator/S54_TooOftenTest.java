package org.passerelle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.testing.PasserelleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName("S-54: who asks in a loop is told when to come back, on a page and as a problem")
class S54_TooOftenTest {

    private static final int LOOP = 2_000;

    @LocalServerPort
    int port;

    @Test
    void a_loop_ends_at_429_with_a_page_and_the_neighbour_is_served() throws Exception {
        try (var loop = from("127.0.0.53")) {
            var page = refused(loop, "text/html");
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.headers().firstValue("retry-after")).hasValue("2");
            assertThat(page.body()).contains("Trop de tentatives", "error-reference");

            var problem = refused(loop, "application/json");
            assertThat(problem.statusCode()).isEqualTo(429);
            assertThat(problem.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        }
        try (var neighbour = from("127.0.0.54")) {
            assertThat(ask(neighbour, "text/html").statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> refused(HttpClient loop, String accept) throws Exception {
        var answer = ask(loop, accept);
        for (int i = 0; i < LOOP && answer.statusCode() == 200; i++) answer = ask(loop, accept);
        return answer;
    }

    private static HttpClient from(String address) throws Exception {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    private HttpResponse<String> ask(HttpClient client, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/puis-je-facturer".formatted(port)))
                .header("Accept", accept)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
