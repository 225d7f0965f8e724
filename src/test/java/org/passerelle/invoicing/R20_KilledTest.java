package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Passerelle;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.audit.Audit;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Kills for real: `-Dpasserelle.kills=300` for the nightly count of reliability.md.
@DisplayName("R-20: once the screen says it is done, it is done, even if the power fails the next instant")
class R20_KilledTest {

    private static final int KILLS = Integer.getInteger("passerelle.kills", 3);
    private static final int ENOUGH = 25;

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_there_after_kill_9() throws IOException, InterruptedException {
        var acknowledged = folder.resolve("acknowledged.txt");
        for (int kill = 0; kill < KILLS; kill++) {
            long before = lines(acknowledged).size();
            var child = start(acknowledged);
            while (lines(acknowledged).size() < before + ENOUGH) {
                assertThat(child.isAlive()).as(() -> log()).isTrue();
                Thread.sleep(20);
            }
            child.destroyForcibly().waitFor();
        }
        var after = new SpringApplicationBuilder(Passerelle.class)
                .properties("passerelle.home=" + home(), "server.port=0", "logging.level.root=warn");
        try (var context = after.run()) {
            var invoicing = context.getBean(Invoicing.class);
            var lost = new ArrayList<String>();
            for (var line : lines(acknowledged)) {
                var words = line.split(" ");
                var operator = OperatorId.of(words[0]);
                if (in(operator, () -> invoicing.findByNumber(operator, words[1]))
                        .isEmpty()) lost.add(line);
            }
            assertThat(lost).isEmpty();
            assertThat(lines(acknowledged)).hasSizeGreaterThanOrEqualTo(KILLS * ENOUGH);
            assertThat(context.getBean(Audit.class).check())
                    .as("the invariants of reliability.md, gapless numbers among them")
                    .isNotEmpty()
                    .allSatisfy(result ->
                            assertThat(result.breaches()).as(result.id()).isEmpty());
        }
    }

    private Process start(Path acknowledged) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        IssuingUntilKilled.class.getName(),
                        home().toString(),
                        acknowledged.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private Path home() {
        return folder.resolve("home");
    }

    /// Whole lines only: the last may be cut where the power failed, and was then never acknowledged.
    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("child.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
