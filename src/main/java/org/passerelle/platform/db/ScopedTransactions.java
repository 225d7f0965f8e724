package org.passerelle.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells PostgreSQL at the start of each transaction which operators it may see and who acts. The settings end with
/// the transaction, so that a pooled connection never carries them to somebody else (S-12).
final class ScopedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ScopedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var scope = Scopes.current();
        if (scope.equals(Scope.NONE)) return;
        try {
            tell(scope);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the scope could not be set", e);
        }
    }

    private void tell(Scope scope) throws SQLException {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) throw new IllegalStateException("a transaction without a connection");
        Connection connection = holder.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('passerelle.operators', ?, true), set_config('passerelle.actor', ?, true)")) {
            statement.setString(1, scope.setting());
            statement.setString(2, scope.actor());
            statement.execute();
        }
    }
}
