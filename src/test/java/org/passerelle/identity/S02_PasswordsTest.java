package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.InvalidValue;

@DisplayName("S-02: a password is long and not what everybody tries; it is kept as Argon2id")
class S02_PasswordsTest {

    private static final Passwords PASSWORDS = new Passwords();
    private static final List<String> CONTEXT = List.of("Camille", "Durand", "durand@example.org");

    @ParameterizedTest(name = "«{0}» is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            quatorze-signe     | password.short
            motdepasse123456   | password.common
            Passerelle-2026-Passerelle | password.common
            aaaaaaaaaaaaaaaaaaaa | password.common
            123456789012345678 | password.common
            azertyuiopqsdfghjklm | password.common
            camilledurand1987! | password.common
            P@ssw0rd!Password2026 | password.common
            """)
    void refused(String password, String code) {
        assertThatThrownBy(() -> PASSWORDS.checkedHash(password, CONTEXT))
                .isInstanceOf(InvalidValue.class)
                .hasFieldOrPropertyWithValue("code", code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le chat boit du thé vert",
                "correct horse battery staple",
                "шифр для входа в дом",
                "qlmzvrtxpwkdnsy"
            })
    void allowed_without_any_rule_of_composition(String password) {
        assertThatCode(() -> PASSWORDS.checkedHash(password, CONTEXT)).doesNotThrowAnyException();
    }

    @Test
    void long_sentences_are_allowed_and_endless_ones_are_not() {
        var sentence = "une phrase qui dure ".repeat(12);
        assertThatCode(() -> PASSWORDS.checkedHash(sentence, CONTEXT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PASSWORDS.checkedHash(sentence.repeat(2), CONTEXT))
                .hasFieldOrPropertyWithValue("code", "password.long");
    }

    @Test
    void it_is_kept_as_argon2id_with_a_salt_of_its_own() {
        var hash = PASSWORDS.checkedHash("le chat boit du thé vert", List.of());
        assertThat(hash).startsWith("$argon2id$v=19$m=32768,t=3,p=1$");
        assertThat(PASSWORDS.checkedHash("le chat boit du thé vert", List.of())).isNotEqualTo(hash);
        assertThat(PASSWORDS.matches("le chat boit du thé vert", hash)).isTrue();
        assertThat(PASSWORDS.matches("le chat boit du thé verT", hash)).isFalse();
        assertThat(PASSWORDS.matches("a password that belongs to nobody", null)).isFalse();
    }
}
