package org.passerelle.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys of each operator, opened once and kept in memory. They are made and read in transactions of their own:
/// a key must outlive the roll-back of the work that first needed it.
@Component
final class OperatorKeys {

    static final int LOOK_UP = 0;

    /// @param current number of the key that seals
    record Keys(int current, Map<Integer, byte[]> byNumber) {

        byte[] number(int number) {
            var key = byNumber.get(number);
            if (key == null) throw new IllegalStateException("no key number " + number + " for this operator");
            return key;
        }
    }

    private final JdbcClient sql;
    private final MasterKey master;
    private final TransactionTemplate apart;
    private final Map<OperatorId, Keys> opened = new ConcurrentHashMap<>();

    OperatorKeys(JdbcClient sql, MasterKey master, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.master = master;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// @throws IllegalStateException when the operator is outside the current scope
    Keys of(OperatorId operator) {
        var scope = Scopes.current();
        if (!scope.operators().contains(operator)) {
            throw new IllegalStateException("operator " + operator + " is outside the scope");
        }
        var known = opened.get(operator);
        if (known != null) return known;
        var keys = inOwnTransaction(operator, () -> {
            var found = read(operator);
            if (!found.isEmpty()) return found;
            add(operator, LOOK_UP);
            add(operator, LOOK_UP + 1);
            return read(operator);
        });
        opened.put(operator, keys);
        return keys;
    }

    /// A new key seals from now on; older ones still open.
    void rotate(OperatorId operator) {
        int next = of(operator).current() + 1;
        opened.put(operator, inOwnTransaction(operator, () -> {
            add(operator, next);
            return read(operator);
        }));
    }

    private interface Work {
        Map<Integer, byte[]> run();
    }

    private Keys inOwnTransaction(OperatorId operator, Work work) {
        var keys = Scopes.call(Scope.system(operator), () -> apart.execute(_ -> work.run()));
        if (keys == null) throw new IllegalStateException("no keys");
        return new Keys(keys.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow(), keys);
    }

    private Map<Integer, byte[]> read(OperatorId operator) {
        var keys = new HashMap<Integer, byte[]>();
        sql.sql("select key_no, master_id, sealed_key from platform.operator_key where operator_id = ?")
                .param(operator.value())
                .query(row -> {
                    if (!Arrays.equals(row.getBytes(2), master.id())) {
                        throw new IllegalStateException("the keys were sealed under another master key");
                    }
                    int number = row.getInt(1);
                    keys.put(number, master.open(row.getBytes(3), about(operator, number)));
                });
        return keys;
    }

    private void add(OperatorId operator, int number) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        sql.sql("insert into platform.operator_key (operator_id, key_no, master_id, sealed_key) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(operator.value(), number, master.id(), master.seal(key, about(operator, number)))
                .update();
    }

    private static byte[] about(OperatorId operator, int number) {
        return ("operator key|" + operator + "|" + number).getBytes(StandardCharsets.UTF_8);
    }
}
