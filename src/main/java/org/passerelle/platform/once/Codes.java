package org.passerelle.platform.once;

import java.util.Collection;
import java.util.HashSet;
import java.util.function.Supplier;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Short codes in a row, `C-001`: two who ask at once get two codes.
@Component
public class Codes {

    private final JdbcClient jdbc;

    Codes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next free code of an entity. Whoever asks for one of the same letter waits until this transaction ends.
    ///
    /// @param letter `C` for clients, `P` for people, `M` for missions
    /// @param taken the codes that stand; asked when nobody else can add one
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(OperatorId operator, String letter, Supplier<? extends Collection<String>> taken) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("code %s %s".formatted(letter, operator))
                .query(row -> {});
        return free(letter, taken.get());
    }

    /// The first free code after as many as there are.
    public static String free(String letter, Collection<String> taken) {
        var standing = new HashSet<>(taken);
        int number = standing.size() + 1;
        while (standing.contains("%s-%03d".formatted(letter, number))) number++;
        return "%s-%03d".formatted(letter, number);
    }
}
