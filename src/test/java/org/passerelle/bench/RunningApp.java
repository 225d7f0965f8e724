package org.passerelle.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The built program as a child process with the example month, in a folder of its own.
final class RunningApp implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Process process;
    private final Path home;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    final int port;
    final Duration startUp;

    private RunningApp(Process process, Path home, int port, Duration startUp) {
        this.process = process;
        this.home = home;
        this.port = port;
        this.startUp = startUp;
    }

    /// Starts `command` (demo or start) and waits for its health to be UP.
    static RunningApp start(String command, Path home, int port) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-jar",
                "target/app/passerelle.jar",
                command));
        if (command.equals("demo")) builder.environment().put("PASSERELLE_DEMO_FOLDER", "examples/2026-10");
        // the load comes from one address
        builder.environment().put("PASSERELLE_SIMULATOR_PER_SECOND", "0");
        builder.environment().put("PASSERELLE_HOME", home.toString());
        builder.environment().put("PASSERELLE_PORT", String.valueOf(port));
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(command + ".log").toFile());
        long before = System.nanoTime();
        var process = builder.start();
        var http = HttpClient.newHttpClient();
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .build();
        while (true) {
            if (!process.isAlive()) {
                throw new IOException("the program stopped; see " + home.resolve(command + ".log"));
            }
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) break;
            } catch (IOException notYet) {
                // keeps asking: the port is not open before the program is ready
            }
            Thread.sleep(20);
        }
        return new RunningApp(process, home, port, Duration.ofNanos(System.nanoTime() - before));
    }

    /// Signs in and returns the Cookie header of the session.
    String signIn(String email, String password) throws IOException, InterruptedException {
        var cookies = new TreeMap<String, String>();
        var page = http.send(
                HttpRequest.newBuilder(uri("/connexion")).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        keep(cookies, page.headers().allValues("set-cookie"));
        var csrf = CSRF.matcher(page.body());
        var form = "username=" + encode(email) + "&password=" + encode(password)
                + (csrf.find() ? "&_csrf=" + encode(csrf.group(1)) : "");
        var answer = http.send(
                HttpRequest.newBuilder(uri("/connexion"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", header(cookies))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        keep(cookies, answer.headers().allValues("set-cookie"));
        if (answer.statusCode() / 100 != 3) throw new IOException("sign-in answered " + answer.statusCode());
        return header(cookies);
    }

    /// Memory held by the program (not the database), bytes.
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void keep(Map<String, String> cookies, List<String> headers) {
        for (var header : headers) {
            var pair = header.split(";", 2)[0].split("=", 2);
            if (pair.length == 2) cookies.put(pair[0], pair[1]);
        }
    }

    private static String header(Map<String, String> cookies) {
        var text = new StringBuilder();
        cookies.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "; ").append(name).append('=').append(value));
        return text.toString();
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }

    Path home() {
        return home;
    }
}
