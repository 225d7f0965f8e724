package org.passerelle.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells PostgreSQL at the start of each transaction which operators it may see and who acts. The settings end with
/// the transaction, so that a pooled connection never carries them to somebody else (S-12).
///
/// There are few connections (reliability.md §3.4), so many wait for one. They wait in the order in which they came:
/// the
/// pool gives a connection that is returned to whoever asks next, often to the one who had it, and with 64 people at
/// work some would wait until they are refused.
final class ScopedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient Semaphore places;
    private final Duration patience;

    /// @param connections how many the pool holds
    /// @param patience how long a transaction waits for its turn before it is refused
    ScopedTransactions(DataSource dataSource, int connections, Duration patience) {
        super(dataSource);
        this.places = new Semaphore(connections, true);
        this.patience = patience;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        waitForTurn();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            places.release();
            throw e;
        }
        var scope = Scopes.current();
        if (scope.equals(Scope.NONE)) return;
        try {
            tell(scope);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the scope could not be set", e);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            places.release();
        }
    }

    private void waitForTurn() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("interrupted while waiting for a connection", e);
        }
        throw new CannotCreateTransactionException("no connection was free within " + patience);
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
