package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S-41: no secret stands in the tree or in its history")
class S41_NoSecretsTest {

    /// Shapes that only secrets have; written so that this file holds none.
    private static final List<String> SHAPES = List.of(
            "-----BEGIN [A-Z ]*PRIVATE KEY" + "-----",
            "AKIA[0-9A-Z]{16}",
            "gh[pousr]_[A-Za-z0-9]{36}",
            "glpat-[A-Za-z0-9_-]{20}",
            "xox[abprs]-[A-Za-z0-9-]{10,}",
            "sk_live_[A-Za-z0-9]{16,}",
            "eyJ[A-Za-z0-9_-]{20,}[.]eyJ[A-Za-z0-9_-]{20,}");

    /// `password = "…"` in any language, and a password inside an address.
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(?:password|passwd|secret|api[_-]?key|token)[a-z_]*\\s*[=:]\\s*[\"']([^\"'\\s]{8,})[\"']"
                    + "|://[^/\\s:@\"']+:([^/\\s@\"'${}]{6,})@");

    /// Published on purpose: the demo keeps nobody out, tests sign in, a wrong password is a wrong password.
    private static final Set<String> PUBLISHED = Set.of("un-mois-en-octobre-2026");

    private static final Set<String> LEFT_OUT = Set.of("target", "var", ".git", "node_modules");

    @Test
    void the_tree() throws IOException {
        var shapes = Pattern.compile(String.join("|", SHAPES));
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("."))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (isLeftOut(file) || Files.size(file) > 2_000_000) continue;
                try {
                    int number = 0;
                    for (var line : Files.readAllLines(file)) {
                        number++;
                        if (shapes.matcher(line).find() || isAssigned(file, line)) found.add(file + ":" + number);
                    }
                } catch (MalformedInputException e) {
                    // a picture or a font
                }
            }
        }
        assertThat(found).as("secrets").isEmpty();
    }

    @Test
    void the_history() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of(".git")), "a tree without history");
        var git = new ProcessBuilder("git", "log", "--all", "--format=%h", "-G", "(" + String.join("|", SHAPES) + ")")
                .redirectErrorStream(true)
                .start();
        var commits = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(commits).isZero();
        assertThat(commits).isBlank();
    }

    private static boolean isLeftOut(Path file) {
        for (var part : file) {
            if (LEFT_OUT.contains(part.toString())) return true;
        }
        return false;
    }

    /// Tests may hold passwords of what lives for the length of a test.
    private static boolean isAssigned(Path file, String line) {
        if (file.startsWith(Path.of(".", "src", "test"))) return false;
        var matcher = ASSIGNED.matcher(line);
        while (matcher.find()) {
            var value = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (!PUBLISHED.contains(value) && !value.startsWith("${") && value.matches(".*[0-9].*")) return true;
        }
        return false;
    }
}
