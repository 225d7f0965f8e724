package org.passerelle.privacy.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.passerelle.privacy.Kind;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What was forgotten, written outside the database: a restored database knows again what it had forgotten, this file
/// does not (S-43). One line each: operator, subject, kind; numbers only. Copy it elsewhere as it grows.
@Component
public class ErasureJournal {

    /// @param subject a person, or the application of somebody who never became one
    public record Line(OperatorId operator, UUID subject, Kind kind) {

        private String text() {
            return operator + " " + subject + " " + kind;
        }
    }

    private final Path file;

    ErasureJournal(Environment environment) {
        var named = environment.getProperty("passerelle.erasure-file", "");
        this.file = named.isBlank()
                ? Path.of(environment.getProperty("passerelle.home", "var")).resolve("erasures/journal.txt")
                : Path.of(named);
    }

    /// Written before the erasure is committed: a line too many forgets what should be forgotten anyway, a line missing
    /// would bring somebody back.
    public synchronized void add(List<Line> lines) {
        if (lines.isEmpty()) return;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    lines.stream().map(Line::text).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure cannot be noted in " + file, e);
        }
    }

    /// Each line once, in the order in which it was written; a line cut short by a crash is left out.
    public Set<Line> read() {
        if (!Files.exists(file)) return Set.of();
        try {
            var lines = new LinkedHashSet<Line>();
            for (var text : Files.readAllLines(file)) {
                var parts = text.split(" ");
                if (parts.length != 3) continue;
                lines.add(new Line(
                        new OperatorId(UUID.fromString(parts[0])), UUID.fromString(parts[1]), Kind.valueOf(parts[2])));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
