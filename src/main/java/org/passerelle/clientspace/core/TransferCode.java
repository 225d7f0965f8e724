package org.passerelle.clientspace.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// What a banking application reads from the square to fill in a SEPA credit transfer (EPC069-12, version 002).
public final class TransferCode {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;
    private static final int MOST_BYTES = 331;
    private static final long MOST_CENTS = 99_999_999_999L;

    private TransferCode() {}

    /// @param name of the one who is paid, cut at 70 characters
    /// @param text that goes with the transfer, cut at 140 characters
    /// @throws InvalidValue `money.positive` when not from 0.01 to 999 999 999.99 EUR
    public static String of(String name, Iban iban, String bic, Money amount, String text) {
        if (!amount.isPositive() || amount.cents() > MOST_CENTS) {
            throw new InvalidValue("money.positive", amount.toString());
        }
        var code = String.join(
                "\n",
                List.of(
                        "BCD",
                        "002",
                        "1", // UTF-8
                        "SCT",
                        bic,
                        line(name, LONGEST_NAME),
                        iban.value(),
                        "EUR%d.%02d".formatted(amount.cents() / 100, amount.cents() % 100),
                        "", // purpose
                        "", // structured reference
                        line(text, LONGEST_TEXT)));
        if (code.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new InvalidValue("text.long", text);
        }
        return code;
    }

    private static String line(String text, int most) {
        var one = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return one.length() <= most ? one : one.substring(0, most).strip();
    }
}
