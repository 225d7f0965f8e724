package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.contracts.core.HashChain;
import org.passerelle.kernel.InvalidValue;

@DisplayName("A drawn name is strokes of points and nothing else; the chain of consents breaks where it was touched")
class DrawingTest {

    @Test
    void it_comes_back_as_it_was() {
        assertThat(Drawing.of("1,2 3,4 5,6;0,0 600,200").text()).isEqualTo("1,2 3,4 5,6;0,0 600,200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "1,2",
                "1,2 3",
                "a,b c,d",
                "-1,2 3,4",
                "601,2 3,4",
                "1,201 3,4",
                "1,2  3,4",
                "<svg onload=alert(1)>",
                "1e3,2 3,4",
                "1,2 3,4;;",
                "٣,٤ ٥,٦",
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Drawing.of(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void too_much_of_it_is_refused() {
        assertThatThrownBy(() -> Drawing.of("1,2 ".repeat(2001) + "1,2")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Drawing.of("1,2 ".repeat(1_000_000))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void the_first_touched_link_is_named() {
        var at = java.time.Instant.parse("2026-10-05T09:30:00Z");
        var read = "ab".repeat(32);
        var one = HashChain.link(
                1, Party.WORKER, "A\nB", "a@example.org", Signature.How.SIGN_IN, at, "192.0.2.1", null, read, read);
        var two = HashChain.link(
                2,
                Party.OPERATOR,
                "C",
                "c@example.org",
                Signature.How.SIGN_IN,
                at,
                "192.0.2.2",
                null,
                read,
                one.hash());
        assertThat(HashChain.firstBroken(read, java.util.List.of(one, two))).isZero();
        assertThat(HashChain.firstBroken(read, java.util.List.of(two))).isEqualTo(1);
        var forged = new Signature(
                2,
                Party.OPERATOR,
                "D",
                "c@example.org",
                Signature.How.SIGN_IN,
                at,
                "192.0.2.2",
                null,
                read,
                one.hash(),
                two.hash());
        assertThat(HashChain.firstBroken(read, java.util.List.of(one, forged))).isEqualTo(2);
        assertThat(HashChain.firstBroken("cd".repeat(32), java.util.List.of(one, two)))
                .isEqualTo(1);
    }
}
