package org.passerelle.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Reaches the database: the server named by `passerelle.db.url` (PASSERELLE_DB_URL), else an embedded one below
/// `passerelle.home`. Before anything else both are asked whether they are safe. Flyway works as the owner, everything
/// else as the application role.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /// How long anybody waits for a connection.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Holds the embedded server for as long as the context lives; holds nothing when a server is named.
    record Server(DatabaseAccess access, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

        @Override
        public void close() {
            if (embedded != null) embedded.close();
        }
    }

    @Bean
    Server databaseServer(Environment environment) {
        var url = environment.getProperty("passerelle.db.url", "");
        if (!url.isBlank()) {
            var named = new DatabaseAccess(url, login(environment, "owner"), login(environment, "app"));
            boolean throwaway = environment.getProperty("passerelle.db.throwaway", Boolean.class, false);
            SafeStart.require(named, throwaway ? SafeStart.Data.THROWAWAY : SafeStart.Data.PRODUCTION);
            return new Server(named, null);
        }
        var home = Path.of(environment.getProperty("passerelle.home", "var"));
        var embedded = EmbeddedPostgres.start(home.resolve("db"), true);
        try {
            SafeStart.require(embedded.access(), SafeStart.Data.EMBEDDED);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
        return new Server(embedded.access(), embedded);
    }

    private static DatabaseAccess.Login login(Environment environment, String role) {
        return new DatabaseAccess.Login(
                environment.getProperty("passerelle.db." + role + ".user", "passerelle_" + role),
                environment.getRequiredProperty("passerelle.db." + role + ".password"));
    }

    @Bean
    DatabaseAccess databaseAccess(Server server) {
        return server.access();
    }

    /// Few connections (reliability.md §3.4). A statement that takes longer than the web may wait is cut off.
    @Bean
    HikariDataSource dataSource(DatabaseAccess access, Environment environment) {
        var config = new HikariConfig();
        config.setPoolName("passerelle");
        config.setJdbcUrl(access.url());
        config.setUsername(access.app().user());
        config.setPassword(access.app().password());
        config.setMinimumIdle(environment.getProperty("passerelle.db.pool.minimum", Integer.class, 4));
        config.setMaximumPoolSize(connections(environment));
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("ApplicationName", "passerelle");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "90");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + environment.getProperty("passerelle.db.statement-timeout", "30s")
                        + " -c lock_timeout=" + environment.getProperty("passerelle.db.lock-timeout", "5s")
                        + " -c idle_in_transaction_session_timeout=60s -c timezone=UTC");
        return new HikariDataSource(config);
    }

    @Bean
    ScopedTransactions transactionManager(DataSource dataSource, Environment environment) {
        return new ScopedTransactions(dataSource, connections(environment), PATIENCE);
    }

    private static int connections(Environment environment) {
        return environment.getProperty("passerelle.db.pool.maximum", Integer.class, 12);
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseAccess access) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return access.owner().user();
            }

            @Override
            public String getPassword() {
                return access.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer migrations(DatabaseAccess access) {
        return Migrations.settings(access)::applyTo;
    }
}
