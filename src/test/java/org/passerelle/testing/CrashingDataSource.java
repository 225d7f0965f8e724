package org.passerelle.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Breaks the database at statement k of the thread that asked for it (reliability.md §5): exhaustive where random
/// kills only sample. Idle until {@link #breakAt} is called, so every test context has it.
///
/// ```
/// int tried = crashing.everyStatement(() -> new UseCase() {
///     UUID intent = UUID.randomUUID();
///     public void act() { invoicing.issue(draft, day, intent); }        // called again after the fault: the replay
///     public void verify() { assertThat(numbers()).containsExactly(1); }
/// });
/// ```
public final class CrashingDataSource extends DelegatingDataSource {

    /// What goes wrong.
    public enum Fault {
        /// The connection breaks before the statement, or before the commit: nothing of the transaction remains.
        BREAK,
        /// The commit is done and its answer is lost.
        LOSE_ANSWER
    }

    /// One use case over fresh data.
    public interface UseCase {

        /// Does it; with the same intent each time it is called.
        void act();

        /// Asserts what must hold once it was done, however often it was tried.
        void verify();
    }

    private record Plan(Fault fault, int at) {}

    private static final class Progress {

        private final Plan plan;
        private int seen;
        private boolean broken;

        Progress(Plan plan) {
            this.plan = plan;
        }
    }

    private final ThreadLocal<@Nullable Progress> progress = new ThreadLocal<>();
    private volatile boolean away;

    CrashingDataSource(DataSource real) {
        super(real);
    }

    /// For every thread, until it is told otherwise: nothing connects.
    public void away(boolean gone) {
        away = gone;
    }

    /// From now on the k-th statement or commit of this thread fails (for LOSE_ANSWER: the k-th commit).
    /// @param k from 1
    public void breakAt(Fault fault, int k) {
        progress.set(new Progress(new Plan(fault, k)));
    }

    /// Ends the fault.
    /// @return whether it happened
    public boolean repair() {
        var ended = progress.get();
        progress.remove();
        return ended != null && ended.broken;
    }

    /// Breaks the use case at each statement and at each commit in turn, replays it with the same intent, and verifies.
    /// @return how many faults were made
    public int everyStatement(Supplier<UseCase> fresh) {
        int faults = 0;
        for (var fault : Fault.values()) {
            for (int k = 1; k < 1_000; k++) {
                var useCase = fresh.get();
                if (!breaks(useCase, fault, k)) break;
                faults++;
                useCase.act();
                useCase.verify();
            }
        }
        return faults;
    }

    private boolean breaks(UseCase useCase, Fault fault, int k) {
        breakAt(fault, k);
        RuntimeException failure = null;
        try {
            useCase.act();
        } catch (RuntimeException e) {
            failure = e;
        }
        boolean happened = repair();
        if (!happened && failure != null) throw failure;
        if (!happened) useCase.verify();
        return happened;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) throw new SQLException("the database does not answer", "08001");
        var real = super.getConnection();
        return progress.get() == null ? real : broken(real);
    }

    private Connection broken(Connection real) {
        return proxy(Connection.class, real, (method, call) -> {
            if (method.equals("commit")) return commit(real);
            if (method.equals("rollback") || method.equals("close") || method.equals("isClosed")) return call.run();
            var result = call.run();
            return result instanceof Statement statement ? counted(real, statement) : result;
        });
    }

    private @Nullable Object commit(Connection real) throws SQLException {
        var now = progress.get();
        if (now == null || now.plan.fault == Fault.BREAK) {
            count(real, Fault.BREAK);
            real.commit();
            return null;
        }
        real.commit();
        count(real, Fault.LOSE_ANSWER);
        return null;
    }

    private Statement counted(Connection real, Statement statement) {
        Class<?> type =
                statement instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
        return (Statement) proxy(type, statement, (method, call) -> {
            if (method.startsWith("execute")) count(real, Fault.BREAK);
            return call.run();
        });
    }

    private void count(Connection real, Fault kind) throws SQLException {
        var now = progress.get();
        if (now == null || now.plan.fault != kind || ++now.seen < now.plan.at) return;
        now.broken = true;
        if (kind == Fault.BREAK) {
            if (!real.getAutoCommit()) real.rollback();
            throw new SQLException("the connection broke at statement " + now.seen, "08006");
        }
        if (now.seen == now.plan.at) throw new SQLException("the answer to commit " + now.seen + " was lost", "08006");
    }

    private interface Call {
        @Nullable
        Object run() throws SQLException;
    }

    private interface Around {
        @Nullable
        Object call(String method, Call call) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object real, Around around) {
        return type.cast(Proxy.newProxyInstance(
                CrashingDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> around.call(method.getName(), () -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof SQLException cause) throw cause;
                        if (e.getCause() instanceof RuntimeException cause) throw cause;
                        throw new IllegalStateException(e);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class AsBean {

        @Bean
        static BeanPostProcessor crashing() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") && bean instanceof DataSource real
                            ? new CrashingDataSource(real)
                            : bean;
                }
            };
        }
    }
}
