package org.passerelle.platform.audit;

import org.passerelle.platform.db.DatabaseAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/// Reads across all operators, as the owner of the tables, and cannot write. For the audit only: pages and jobs work
/// inside a scope.
@Component
public class EveryOperator {

    private final JdbcClient sql;

    EveryOperator(DatabaseAccess access) {
        var url = access.url() + (access.url().contains("?") ? "&" : "?")
                + "ApplicationName=passerelle-audit&options=-c%20default_transaction_read_only=on%20-c%20timezone=UTC";
        this.sql = JdbcClient.create(new DriverManagerDataSource(
                url, access.owner().user(), access.owner().password()));
    }

    /// Each statement has a connection of its own.
    public JdbcClient sql() {
        return sql;
    }
}
