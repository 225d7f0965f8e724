package org.passerelle.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.core.PasswordRules;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with 32 MiB and three passes; at most four at once, so that guessing does not take the memory (S-02).
@Component
class Passwords {

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 32 * 1024, 3);
    private final Semaphore atOnce = new Semaphore(4, true);
    private final PasswordRules rules;
    private final String nobodys;

    Passwords() {
        try {
            this.rules = new PasswordRules(new ClassPathResource("identity/common-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.nobodys = hash("a password that belongs to nobody");
    }

    /// @throws org.passerelle.kernel.InvalidValue when it is too short, too long or too common
    String checkedHash(String password, Collection<String> context) {
        rules.check(password, context);
        return hash(password);
    }

    /// Takes as long for somebody who does not exist.
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > 4 * PasswordRules.LONGEST) return false;
        boolean same = limited(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    private String hash(String password) {
        var hash = limited(() -> encoder.encode(password));
        if (hash == null) throw new IllegalStateException("no hash");
        return hash;
    }

    private <T> T limited(java.util.function.Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
