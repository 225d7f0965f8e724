package org.passerelle.clientspace.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

@DisplayName("EPC069-12: what the square says to a banking application")
class TransferCodeTest {

    private static final Iban IBAN = new Iban("FR7630006000011234567890189");

    @Test
    void the_eleven_lines_in_their_order() {
        assertThat(TransferCode.of("Exemple Portage", IBAN, "AGRIFRPP", Money.of("5400.05"), "FA-2026-000001"))
                .isEqualTo("""
                        BCD
                        002
                        1
                        SCT
                        AGRIFRPP
                        Exemple Portage
                        FR7630006000011234567890189
                        EUR5400.05


                        FA-2026-000001""");
    }

    @Test
    void names_are_cut_and_never_bring_a_line_of_their_own() {
        var code = TransferCode.of("É\nEUR1.00\n" + "x".repeat(100), IBAN, "", Money.of("0.01"), "F\r\nG");
        assertThat(code.split("\n", -1)).hasSize(11).satisfies(lines -> {
            assertThat(lines[5]).startsWith("É EUR1.00 x").hasSize(70);
            assertThat(lines[7]).isEqualTo("EUR0.01");
            assertThat(lines[10]).isEqualTo("F G");
        });
    }

    @Test
    void at_most_331_bytes_and_a_sum_that_a_transfer_can_carry() {
        var longest = TransferCode.of("x".repeat(70), IBAN, "AGRIFRPPXXX", Money.of("999999999.99"), "x".repeat(140));
        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(331);
        for (var wrong : new String[] {"0.00", "-1.00", "1000000000.00"}) {
            assertThatThrownBy(() -> TransferCode.of("A", IBAN, "", Money.of(wrong), ""))
                    .isInstanceOf(InvalidValue.class);
        }
    }
}
