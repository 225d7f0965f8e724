package org.passerelle.platform.once;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What each intent asked for, kept for good with the act itself. Of the content only a keyed mark is kept: it may
/// hold a NIR or an IBAN.
@Component
public class Intents {

    private final JdbcClient jdbc;
    private final Vault vault;

    Intents(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /// Waits until a twin of this act that is under way has ended, then says whether it was carried out. An act that
    /// ends without [#keep], refused for instance, may come again with better content.
    ///
    /// @param act `client`, `person`
    /// @param content all that was asked for, and nothing that is made anew at each try (an id, the next free code)
    /// @throws IntentReused when the intent was carried out with other content
    @Transactional(propagation = Propagation.MANDATORY)
    public Wish wish(OperatorId operator, UUID intent, String act, @Nullable Object... content) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("intent %s %s %s".formatted(act, operator, intent))
                .query(row -> {});
        var mark = vault.fingerprint(
                operator,
                "intent." + act,
                Arrays.stream(content).map(String::valueOf).collect(Collectors.joining("\u001f")));
        var first = jdbc.sql("select mark from platform.intent where operator_id = ? and act = ? and intent = ?")
                .param(operator.value())
                .param(act)
                .param(intent)
                .query((row, _) -> row.getBytes("mark"))
                .optional();
        if (first.isPresent() && !Arrays.equals(first.get(), mark)) throw new IntentReused(intent);
        return new Wish(operator, intent, act, mark, first.isPresent());
    }

    /// Keeps what was carried out, in the transaction of the act.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Wish wish) {
        jdbc.sql("insert into platform.intent (operator_id, act, intent, mark) values (?, ?, ?, ?)")
                .param(wish.operator.value())
                .param(wish.act)
                .param(wish.intent)
                .param(wish.mark)
                .update();
    }

    /// One act that somebody asked for.
    public static final class Wish {

        private final OperatorId operator;
        private final UUID intent;
        private final String act;
        private final byte[] mark;
        private final boolean done;

        private Wish(OperatorId operator, UUID intent, String act, byte[] mark, boolean done) {
            this.operator = operator;
            this.intent = intent;
            this.act = act;
            this.mark = mark;
            this.done = done;
        }

        /// Whether it was carried out before.
        public boolean isDone() {
            return done;
        }
    }
}
