package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.identity.core.TrailLine;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.audit.Breach;
import org.passerelle.platform.db.DatabaseAccess;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("S-42: the trail cannot be rewritten unseen, not even by the superuser")
class S42_TrailTest {

    private static final int LINES = 200;

    @Autowired
    Trail trail;

    @Autowired
    TrailChains chains;

    @Autowired
    DailyAnchor daily;

    @Autowired
    DatabaseAccess access;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("${passerelle.anchor-file}")
    Path anchorFile;

    private final OperatorId operator = OperatorId.random();

    @BeforeEach
    void write() {
        inScope(() -> {
            for (int i = 1; i <= LINES; i++) {
                trail.record(operator, "thing.done", "thing", "t" + i, Map.of("amount_cents", String.valueOf(i)));
            }
        });
    }

    @AfterEach
    void clean() throws SQLException, IOException {
        if (Files.exists(anchorFile)) {
            Files.write(
                    anchorFile,
                    Files.readAllLines(anchorFile).stream()
                            .filter(line -> !line.startsWith(operator.toString()))
                            .toList());
        }
        asSuperuser("delete from identity.trail_line where operator_id = '" + operator + "'");
        asSuperuser("delete from identity.trail_head where operator_id = '" + operator + "'");
    }

    @Test
    void an_untouched_chain_verifies_and_says_who_did_what() {
        assertThat(breaches()).isEmpty();
        inScope(() -> assertThat(sql.sql("select actor || ' ' || details from identity.trail_line"
                                + " where operator_id = ? and line_no = 7")
                        .param(operator.value())
                        .query(String.class)
                        .single())
                .isEqualTo("somebody amount_cents=7\n"));
    }

    @ParameterizedTest(name = "{0}: line {2} is named")
    @CsvSource(delimiter = '|', textBlock = """
            altered          | update identity.trail_line set details = 'amount_cents=1' where line_no = 50 and %s | 50
            another actor    | update identity.trail_line set actor = 'x' where line_no = 1 and %s | 1
            another moment   | update identity.trail_line set at = at + interval '1 microsecond' where line_no = 9 and %s | 9
            deleted          | delete from identity.trail_line where line_no = 120 and %s | 120
            the tail is cut  | delete from identity.trail_line where line_no > 150 and %s | 151
            swapped          | update identity.trail_line set line_no = case line_no when 30 then 9031 else 9030 end where line_no in (30, 31) and %s ; update identity.trail_line set line_no = line_no - 9000 where line_no > 9000 and %s | 30
            """)
    void what_the_superuser_does_is_seen(String what, String act, int line) throws SQLException {
        for (var statement : act.split(";")) {
            asSuperuser(statement.replace("%s", "operator_id = '" + operator + "'"));
        }
        assertThat(breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.row()).isEqualTo("identity.trail_line " + line));
    }

    @Test
    void a_chain_rewritten_whole_does_not_fit_its_anchor() throws SQLException {
        daily.anchor();
        asSuperuser("delete from identity.trail_line where line_no > 190 and operator_id = '" + operator + "'");
        asSuperuser("update identity.trail_head h set line_no = l.line_no, hash = l.hash from identity.trail_line l"
                + " where l.operator_id = h.operator_id and l.line_no = 190 and h.operator_id = '" + operator + "'");
        assertThat(breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.row()).isEqualTo("identity.trail_line 200"));
    }

    @Test
    void the_application_cannot_change_it() {
        for (var act : new String[] {
            "update identity.trail_line set actor = 'x'",
            "delete from identity.trail_line",
            "truncate identity.trail_line"
        }) {
            inScope(() -> assertThatThrownBy(() -> sql.sql(act).update()).isInstanceOf(DataAccessException.class));
        }
    }

    @Test
    void a_detail_cannot_forge_a_second_one() {
        assertThat(TrailLine.text(Map.of("name", "x\nrole=DIRECTOR"))).isEqualTo("name=x role=DIRECTOR\n");
    }

    private java.util.List<Breach> breaches() {
        return chains.check().stream()
                .filter(breach -> breach.operator().equals(operator.toString()))
                .toList();
    }

    private void inScope(Runnable work) {
        try {
            Scopes.run(
                    Scope.of("somebody", operator),
                    () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
        } catch (org.springframework.transaction.UnexpectedRollbackException e) {
            throw new AssertionError(e);
        }
    }

    /// Also turns the guards off, which the application and the owner of the tables could not do unseen.
    private void asSuperuser(String act) throws SQLException {
        var database = access.url().substring(access.url().lastIndexOf('/') + 1);
        try (var connection = TestServer.server().superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(act);
        }
    }
}
