package org.passerelle.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
@DisplayName("S-40: a sealed field opens in its own place only")
class S40_SealedFieldsTest {

    private static final String PLAIN = "FR7630006000011234567890189";

    @Autowired
    Vault vault;

    private final OperatorId one = OperatorId.random();
    private final OperatorId other = OperatorId.random();
    private final UUID row = UUID.randomUUID();

    @Test
    void it_opens_where_it_was_sealed_and_does_not_contain_the_text() {
        Scopes.run(Scope.system(one), () -> {
            var sealed = vault.seal(one, "people.person", "iban", row, PLAIN);
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(PLAIN);
            assertThat(vault.open(one, "people.person", "iban", row, sealed)).isEqualTo(PLAIN);
            assertThat(vault.seal(one, "people.person", "iban", row, PLAIN)).isNotEqualTo(sealed);
        });
    }

    @Test
    void it_does_not_open_in_another_table_column_row_or_operator_nor_when_altered() {
        Scopes.run(Scope.system(one, other), () -> {
            var sealed = vault.seal(one, "people.person", "iban", row, PLAIN);
            refused(() -> vault.open(one, "operators.operator", "iban", row, sealed));
            refused(() -> vault.open(one, "people.person", "nir", row, sealed));
            refused(() -> vault.open(one, "people.person", "iban", UUID.randomUUID(), sealed));
            refused(() -> vault.open(other, "people.person", "iban", row, sealed));
            for (int i = 0; i < sealed.length; i++) {
                var altered = sealed.clone();
                altered[i] ^= 1;
                refused(() -> vault.open(one, "people.person", "iban", row, altered));
            }
        });
    }

    @Test
    void nothing_opens_outside_the_scope() {
        var sealed = Scopes.call(Scope.system(one), () -> vault.seal(one, "people.person", "iban", row, PLAIN));
        Scopes.run(Scope.system(other), () -> refused(() -> vault.open(one, "people.person", "iban", row, sealed)));
    }

    @Test
    void a_new_key_seals_and_the_old_one_still_opens() {
        Scopes.run(Scope.system(one), () -> {
            var old = vault.seal(one, "people.person", "iban", row, PLAIN);
            vault.rotate(one);
            assertThat(vault.seal(one, "people.person", "iban", row, PLAIN)[4]).isNotEqualTo(old[4]);
            assertThat(vault.open(one, "people.person", "iban", row, old)).isEqualTo(PLAIN);
        });
    }

    @Test
    void a_fingerprint_is_the_same_for_the_same_text_operator_and_purpose_only() {
        Scopes.run(Scope.system(one, other), () -> {
            var print = vault.fingerprint(one, "person.nir", PLAIN);
            assertThat(vault.fingerprint(one, "person.nir", PLAIN)).isEqualTo(print);
            assertThat(vault.fingerprint(one, "person.iban", PLAIN)).isNotEqualTo(print);
            assertThat(vault.fingerprint(other, "person.nir", PLAIN)).isNotEqualTo(print);
        });
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(IllegalStateException.class);
    }
}
