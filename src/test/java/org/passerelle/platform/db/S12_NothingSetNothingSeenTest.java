package org.passerelle.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.OperatorId;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("S-12: a transaction sees the operators of its scope, and none when no scope is set")
class S12_NothingSetNothingSeenTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void the_setting_lives_as_long_as_the_transaction() {
        var one = OperatorId.random();
        Scopes.run(Scope.system(one), () -> assertThat(seen()).isEqualTo("{" + one + "}"));
        assertThat(seen()).isEqualTo("none");
        Scopes.run(Scope.system(one), () -> assertThat(outsideATransaction()).isEqualTo("none"));
    }

    private String seen() {
        return new TransactionTemplate(transactions).execute(_ -> outsideATransaction());
    }

    private String outsideATransaction() {
        return sql.sql("select coalesce(platform.operators()::text, 'none')")
                .query(String.class)
                .single();
    }
}
