package org.passerelle.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.OperatorId;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("A fault at any statement leaves all or nothing")
class CrashAtEveryStatementTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void two_lines_of_the_trail_are_both_there_or_neither() {
        int faults = ((CrashingDataSource) dataSource).everyStatement(() -> new Pair(OperatorId.random()));
        assertThat(faults).isGreaterThanOrEqualTo(10);
    }

    private final class Pair implements CrashingDataSource.UseCase {

        private final OperatorId operator;
        private final String subject = UUID.randomUUID().toString();

        Pair(OperatorId operator) {
            this.operator = operator;
        }

        @Override
        public void act() {
            Scopes.run(
                    Scope.system(operator),
                    () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                        if (lines() > 0) return;
                        trail.record(operator, "first", "test", subject, Map.of());
                        trail.record(operator, "second", "test", subject, Map.of());
                    }));
        }

        @Override
        public void verify() {
            Scopes.run(
                    Scope.system(operator),
                    () -> new TransactionTemplate(transactions)
                            .executeWithoutResult(_ -> assertThat(lines()).isEqualTo(2)));
        }

        private int lines() {
            return sql.sql("select count(*) from identity.trail_line where operator_id = ? and subject_id = ?")
                    .params(operator.value(), subject)
                    .query(Integer.class)
                    .single();
        }
    }
}
