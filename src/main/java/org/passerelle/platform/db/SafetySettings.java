package org.passerelle.platform.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.passerelle.platform.db.UnsafeStart.Unsafe;

/// What the server and the two roles must be (reliability.md §3.7), judged without asking anybody.
final class SafetySettings {

    /// All that can be said wrong about a login that was made for production.
    private static final Set<String> KNOWN_PASSWORDS = Set.of(
            "admin",
            "change-me",
            "changeme",
            "changeit",
            "demo",
            "example",
            "owner",
            "app",
            "passerelle",
            "password",
            "postgres",
            "root",
            "secret",
            "test",
            "un-mois-en-octobre-2026",
            "…",
            "...");

    private static final int SHORTEST = 12;

    /// Parameters without which "done" is not done (E) or a broken page is not noticed.
    private static final Set<String> ON = Set.of("fsync", "full_page_writes", "data_checksums");

    private SafetySettings() {}

    /// What a server tells of itself and of the role that asks.
    ///
    /// @param synchronousCommit in the application's sessions
    /// @param serverZone of the server's own log; a driver sends a zone of its own for its sessions
    /// @param sessionZone of the application's sessions
    record Server(
            String fsync,
            String fullPageWrites,
            String dataChecksums,
            String synchronousCommit,
            String serverZone,
            String sessionZone) {}

    /// @param isMemberOfOwner whether it may act as the owner of the tables
    record Role(String name, boolean isSuperuser, boolean bypassesRls, boolean createsRoles, boolean isMemberOfOwner) {}

    static List<Unsafe> durability(Server server) {
        var unsafe = new ArrayList<Unsafe>();
        on(unsafe, "fsync", server.fsync, "Set fsync = on in postgresql.conf and restart the server.");
        on(
                unsafe,
                "full_page_writes",
                server.fullPageWrites,
                "Set full_page_writes = on in postgresql.conf and reload.");
        on(
                unsafe,
                "data_checksums",
                server.dataChecksums,
                "Stop the server and run pg_checksums --enable on its data folder.");
        if (Set.of("off", "local").contains(server.synchronousCommit)) {
            unsafe.add(new Unsafe(
                    "synchronous_commit",
                    server.synchronousCommit,
                    "Set synchronous_commit = on for the server, the database and the role."));
        }
        return unsafe;
    }

    static List<Unsafe> zones(Server server) {
        var unsafe = new ArrayList<Unsafe>();
        if (!isUtc(server.serverZone)) {
            unsafe.add(new Unsafe(
                    "server time zone",
                    server.serverZone,
                    "Set timezone = 'UTC' and log_timezone = 'UTC' in postgresql.conf and reload."));
        }
        if (!isUtc(server.sessionZone)) {
            unsafe.add(new Unsafe("time zone of the sessions", server.sessionZone, "Start with -Duser.timezone=UTC."));
        }
        return unsafe;
    }

    static List<Unsafe> role(Role role) {
        var unsafe = new ArrayList<Unsafe>();
        String who = "application role " + role.name;
        String alter = "alter role " + role.name + " ";
        if (role.isSuperuser) {
            unsafe.add(new Unsafe(who, "a superuser", "Run as superuser: " + alter + "nosuperuser;"));
        }
        if (role.bypassesRls) {
            unsafe.add(new Unsafe(who, "above row-level security", "Run as superuser: " + alter + "nobypassrls;"));
        }
        if (role.createsRoles) {
            unsafe.add(new Unsafe(who, "able to make roles", "Run as superuser: " + alter + "nocreaterole;"));
        }
        if (role.isMemberOfOwner) {
            unsafe.add(new Unsafe(
                    who,
                    "the owner of the tables, or a member of it",
                    "Name two roles, PASSERELLE_DB_OWNER_USER and PASSERELLE_DB_APP_USER, neither a member of the"
                            + " other."));
        }
        return unsafe;
    }

    /// S-41: passwords that anybody would try.
    static List<Unsafe> passwords(DatabaseAccess access) {
        var unsafe = new ArrayList<Unsafe>();
        password(unsafe, "PASSERELLE_DB_OWNER_PASSWORD", access.owner());
        password(unsafe, "PASSERELLE_DB_APP_PASSWORD", access.app());
        if (access.owner().password().equals(access.app().password())) {
            unsafe.add(new Unsafe(
                    "PASSERELLE_DB_APP_PASSWORD", "that of the owner", "Give the two roles a password each."));
        }
        return unsafe;
    }

    private static void password(List<Unsafe> unsafe, String setting, DatabaseAccess.Login login) {
        var password = login.password();
        if (KNOWN_PASSWORDS.contains(password) || password.equals(login.user())) {
            unsafe.add(new Unsafe(
                    setting, "a default that everybody knows", "Make one: openssl rand -hex 24, and alter role."));
        } else if (password.length() < SHORTEST) {
            unsafe.add(new Unsafe(
                    setting,
                    "shorter than " + SHORTEST + " characters",
                    "Make a longer one: openssl rand -hex 24, and alter role."));
        }
    }

    private static void on(List<Unsafe> unsafe, String setting, String value, String remedy) {
        if (ON.contains(setting) && !value.equals("on")) unsafe.add(new Unsafe(setting, value, remedy));
    }

    private static boolean isUtc(String zone) {
        return Set.of("UTC", "Etc/UTC", "GMT", "Etc/GMT", "UCT", "Etc/UCT", "Zulu", "Etc/Zulu")
                .contains(zone);
    }
}
