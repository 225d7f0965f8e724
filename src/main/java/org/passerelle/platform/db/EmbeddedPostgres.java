package org.passerelle.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL from the class path, for laptop, demo and tests (ADR 0003). Data live in a folder and survive a
/// restart and a kill -9 of this program: the server goes on, and the next start adopts it. A second program on the
/// same folder joins. It listens on 127.0.0.1 only.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "passerelle_owner";
    private static final String APP = "passerelle_app";

    private final Path folder;
    private final Path programs;
    private final Commands commands;
    private final Passwords passwords;
    private int port;
    private boolean ours;

    private EmbeddedPostgres(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.folder);
            this.programs = ServerPrograms.unpack(this.folder);
            this.commands = Commands.forThisUser(this.folder);
            this.passwords = Passwords.in(this.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts, joins or adopts the server of that folder.
    /// @param durable false only for throwaway data: commits then do not wait for the disk
    public static synchronized EmbeddedPostgres start(Path folder, boolean durable) {
        var server = new EmbeddedPostgres(folder);
        try (var channel = FileChannel.open(
                        server.folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            server.startOrJoin(durable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database does not answer; see " + server.log(), e);
        }
        return server;
    }

    private void startOrJoin(boolean durable) throws IOException, SQLException {
        var running = runningPort();
        if (running.isPresent()) {
            port = running.get();
            ours = !OwnerMark.alive(folder);
            LOG.info("embedded database {} port={}", ours ? "adopted" : "joined", port);
        } else {
            if (!Files.exists(data().resolve("PG_VERSION"))) initialise();
            port = freePort();
            ours = true;
            launch(durable);
        }
        if (ours) OwnerMark.write(folder);
        createRoles();
    }

    /// The port of a live server on our data, from its own pid file.
    private Optional<Integer> runningPort() throws IOException {
        var pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return Optional.empty();
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) return Optional.empty();
        var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (process.isEmpty() || !process.get().isAlive()) return Optional.empty();
        int running = Integer.parseInt(lines.get(3).strip());
        try (var _ = superuser("postgres", running)) {
            return Optional.of(running);
        } catch (SQLException e) {
            LOG.warn("a process holds the pid of the database but does not answer on port {}", running);
            return Optional.empty();
        }
    }

    private void initialise() throws IOException {
        var fresh = folder.resolve("data.new");
        commands.deleteTree(fresh);
        var passwordFile = Files.createTempFile(folder, "initdb", ".tmp", Passwords.PRIVATE_FILE);
        try {
            Files.writeString(passwordFile, passwords.superuser());
            commands.own(folder);
            commands.run(List.of(
                    program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(boolean durable) throws IOException {
        var settings = new ArrayList<>(List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c max_connections=64",
                "-c shared_buffers=128MB",
                "-c timezone=UTC",
                "-c log_timezone=UTC",
                "-c log_line_prefix=%m",
                "-c jit=off"));
        if (!durable) settings.addAll(List.of("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"));
        commands.run(List.of(
                "setsid",
                program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=120",
                "--pgdata=" + data(),
                "--log=" + log(),
                "--options=" + String.join(" ", settings)));
        LOG.info("embedded database started port={} durable={}", port, durable);
    }

    private void createRoles() throws SQLException {
        try (var connection = superuser("postgres", port);
                var statement = connection.createStatement()) {
            if (exists(connection, "select from pg_roles where rolname = '" + APP + "'")
                    && exists(connection, "select from pg_database where datname = 'passerelle'")) return;
            for (var role : List.of(OWNER, APP)) {
                if (!exists(connection, "select from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls"
                            + " password '" + (role.equals(OWNER) ? passwords.owner() : passwords.app()) + "'");
                }
            }
            createDatabase(statement, "passerelle", "template1");
        }
    }

    /// A new database that belongs to the owner role.
    private static void createDatabase(java.sql.Statement statement, String name, String template) throws SQLException {
        statement.execute("create database " + name + " template " + template + " owner " + OWNER);
        statement.execute("revoke all on database " + name + " from public");
        statement.execute("grant connect on database " + name + " to " + APP);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /// The database of the house.
    public DatabaseAccess access() {
        return access("passerelle");
    }

    /// Another database of the same server, for tests.
    public DatabaseAccess access(String database) {
        return new DatabaseAccess(
                url(database, port),
                new DatabaseAccess.Login(OWNER, passwords.owner()),
                new DatabaseAccess.Login(APP, passwords.app()));
    }

    /// As the superuser, for tests and repairs only; the application never uses it.
    public Connection superuser(String database) throws SQLException {
        return superuser(database, port);
    }

    private Connection superuser(String database, int at) throws SQLException {
        return DriverManager.getConnection(url(database, at), "postgres", passwords.superuser());
    }

    private static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Makes a database from another one, for tests.
    public void clone(String template, String name) throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            createDatabase(statement, name, template);
        }
    }

    /// Stops the server when this program started or adopted it.
    @Override
    public void close() {
        if (!ours) return;
        try (var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!OwnerMark.isUs(folder)) return;
            commands.run(List.of(program("pg_ctl"), "stop", "--mode=fast", "--wait", "--pgdata=" + data()));
            OwnerMark.clear(folder);
            ours = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int freePort() throws IOException {
        var kept = folder.resolve("port");
        if (Files.exists(kept)) {
            int wanted = Integer.parseInt(Files.readString(kept).strip());
            if (isFree(wanted)) return wanted;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(kept, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    static final Duration PATIENCE = Duration.ofSeconds(150);
}
