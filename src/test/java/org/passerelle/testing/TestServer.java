package org.passerelle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.platform.db.DatabaseAccess;
import org.passerelle.platform.db.EmbeddedPostgres;
import org.passerelle.platform.db.Migrations;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// One PostgreSQL for the build, below `target/`, and a template database for each state of the migrations.
public final class TestServer {

    private static final Path HOME = Path.of("target", "test-var");
    private static final EmbeddedPostgres SERVER = start();
    private static final String TEMPLATE = template();
    private static final AtomicInteger CLONES = new AtomicInteger();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        var server = EmbeddedPostgres.start(HOME.resolve("db"), false);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        dropLeftovers(server);
        return server;
    }

    static Path home() {
        return HOME;
    }

    public static EmbeddedPostgres server() {
        return SERVER;
    }

    /// A database of its own, migrated, empty.
    public static DatabaseAccess cloned() {
        var name = "test_" + ProcessHandle.current().pid() + "_" + CLONES.incrementAndGet();
        try {
            SERVER.clone(TEMPLATE, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.access(name);
    }

    /// Databases of programs that ended.
    private static void dropLeftovers(EmbeddedPostgres server) {
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            var gone = new java.util.ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select datname from pg_database where datname like 'test\\_%' or datname like 'template\\_%'")) {
                while (rows.next()) {
                    var name = rows.getString(1);
                    if (!name.startsWith("test_")) continue;
                    long pid = Long.parseLong(name.split("_")[1]);
                    if (ProcessHandle.of(pid).isEmpty()) gone.add(name);
                }
            }
            for (var name : gone) statement.execute("drop database " + name + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String template() {
        var name = "template_" + fingerprintOfMigrations();
        try (var connection = SERVER.superuser("postgres");
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
                if (rows.next()) return name;
            }
            var fresh = "test_" + ProcessHandle.current().pid() + "_template";
            SERVER.clone("template1", fresh);
            Migrations.migrate(SERVER.access(fresh));
            statement.execute("alter database " + fresh + " rename to " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprintOfMigrations() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
                var file = resource.getFilename();
                digest.update((file == null ? "" : file).getBytes(StandardCharsets.UTF_8));
                try (var content = resource.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes a folder below the home of the tests.
    public static Path folder(String name) {
        try {
            return Files.createDirectories(HOME.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
