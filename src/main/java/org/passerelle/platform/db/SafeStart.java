package org.passerelle.platform.db;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Properties;
import org.passerelle.platform.db.UnsafeStart.Unsafe;

/// Asks the server, before anything is migrated, whether the promises can be kept on it.
final class SafeStart {

    /// What is at stake.
    enum Data {
        /// A server that somebody named: everything is asked.
        PRODUCTION,
        /// Our own server, with passwords made at random.
        EMBEDDED,
        /// A server on this machine for tests: commits need not wait for the disk.
        THROWAWAY
    }

    private SafeStart() {}

    /// @throws UnsafeStart naming each setting and its remedy
    static void require(DatabaseAccess access, Data data) {
        var unsafe = new ArrayList<Unsafe>();
        if (data == Data.THROWAWAY && !isLocal(access.url())) {
            unsafe.add(new Unsafe(
                    "passerelle.db.throwaway",
                    "set for a server elsewhere",
                    "Take it away: it is for tests on this machine only."));
        }
        if (data == Data.PRODUCTION) unsafe.addAll(SafetySettings.passwords(access));
        if (unsafe.isEmpty()) ask(access, data, unsafe);
        if (!unsafe.isEmpty()) throw new UnsafeStart(unsafe);
    }

    private static void ask(DatabaseAccess access, Data data, ArrayList<Unsafe> unsafe) {
        try (var connection = asApplication(access)) {
            var server = server(connection);
            if (data != Data.THROWAWAY) unsafe.addAll(SafetySettings.durability(server));
            unsafe.addAll(SafetySettings.zones(server));
            unsafe.addAll(SafetySettings.role(role(connection, access.owner().user())));
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }

    private static Connection asApplication(DatabaseAccess access) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", access.app().user());
        properties.setProperty("password", access.app().password());
        properties.setProperty("ApplicationName", "passerelle-start");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("options", "-c timezone=UTC");
        return DriverManager.getConnection(access.url(), properties);
    }

    private static SafetySettings.Server server(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        select current_setting('fsync'), current_setting('full_page_writes'),
                               current_setting('data_checksums'), current_setting('synchronous_commit'),
                               current_setting('log_timezone'), current_setting('timezone')""");
                var row = statement.executeQuery()) {
            row.next();
            return new SafetySettings.Server(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6));
        }
    }

    private static SafetySettings.Role role(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
                       exists (select from pg_roles o where o.rolname = ? and pg_has_role(r.oid, o.oid, 'member'))
                from pg_roles r where r.rolname = current_user""")) {
            statement.setString(1, owner);
            try (var row = statement.executeQuery()) {
                row.next();
                return new SafetySettings.Role(
                        row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5));
            }
        }
    }

    /// `jdbc:postgresql://127.0.0.1:5432/x`
    private static boolean isLocal(String url) {
        try {
            var host = URI.create(url.substring("jdbc:".length())).getHost();
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
