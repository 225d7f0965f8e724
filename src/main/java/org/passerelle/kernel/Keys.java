package org.passerelle.kernel;

/// Check digits.
final class Keys {

    private Keys() {}

    /// Leaves out what people put between groups: spaces, no-break spaces, dots, dashes.
    static String compact(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F.\\-]", "");
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    /// ISO 7064 modulo 97-10 as IBAN and creditor references use it: the first four characters moved to the end.
    static boolean iso7064(String text) {
        int rest = 0;
        var moved = text.substring(4) + text.substring(0, 4);
        for (int i = 0; i < moved.length(); i++) {
            int value = Character.digit(moved.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}
