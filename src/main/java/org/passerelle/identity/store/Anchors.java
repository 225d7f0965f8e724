package org.passerelle.identity.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Heads of the chains, written outside the database: who rewrites the trail there cannot rewrite this file.
/// One line each: operator, number of the line, its hash. Copy it elsewhere with each backup.
@Component
public class Anchors {

    public record Anchor(String operator, long number, String hash) {}

    private final Path file;

    Anchors(Environment environment) {
        var named = environment.getProperty("passerelle.anchor-file", "");
        this.file = named.isBlank()
                ? Path.of(environment.getProperty("passerelle.home", "var")).resolve("anchors/trail.txt")
                : Path.of(named);
    }

    public List<Anchor> read() {
        if (!Files.exists(file)) return List.of();
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" "))
                    .filter(parts -> parts.length == 3)
                    .map(parts -> new Anchor(parts[0], Long.parseLong(parts[1]), parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(List<Anchor> heads) {
        var known = read();
        var lines = heads.stream()
                .filter(head -> !known.contains(head))
                .map(head -> head.operator() + " " + head.number() + " " + head.hash())
                .toList();
        if (lines.isEmpty()) return;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
