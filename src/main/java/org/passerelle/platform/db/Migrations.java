package org.passerelle.platform.db;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// How the schema is brought up to date; the same for the application and for the template of the tests.
public final class Migrations {

    private final DatabaseAccess access;

    private Migrations(DatabaseAccess access) {
        this.access = access;
    }

    static Migrations settings(DatabaseAccess access) {
        return new Migrations(access);
    }

    void applyTo(FluentConfiguration flyway) {
        flyway.locations("classpath:db/migration")
                .defaultSchema("platform")
                .createSchemas(true)
                // modules number their migrations apart, so that a later one of an early module comes after others
                .outOfOrder(true)
                .placeholders(Map.of("app", access.app().user()));
    }

    /// Brings a database up to date outside a Spring context.
    public static void migrate(DatabaseAccess access) {
        var flyway = Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password());
        settings(access).applyTo(flyway);
        flyway.load().migrate();
    }
}
