package org.passerelle.testing;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;

/// Numbers with right keys that belong to nobody.
public final class Fictional {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Fictional() {}

    /// A small number never given twice in this run.
    public static int next() {
        return NEXT.getAndIncrement();
    }

    public static Siren siren() {
        return siren(next());
    }

    /// @param number 1 to 999 999
    public static Siren siren(int number) {
        var eight = "99%06d".formatted(number);
        for (int key = 0; key < 10; key++) {
            var all = eight + key;
            if (luhn(all)) return Siren.of(all);
        }
        throw new AssertionError(eight);
    }

    public static Siret siret(Siren siren) {
        var thirteen = siren.value() + "0001";
        for (int key = 0; key < 10; key++) {
            if (luhn(thirteen + key)) return Siret.of(thirteen + key);
        }
        throw new AssertionError(thirteen);
    }

    /// @param number 0 to 999, part of the order number
    public static Nir nir(LocalDate birth, int number) {
        var thirteen = "2%02d%02d99%03d%03d"
                .formatted(birth.getYear() % 100, birth.getMonthValue(), 100 + number / 1000, number % 1000);
        return Nir.of(thirteen + "%02d".formatted(Nir.keyOf(thirteen)));
    }

    /// @param number part of the account number
    public static Iban iban(int number) {
        var account = "2004101005%011d77".formatted(number);
        int key = 98
                - new BigInteger(account + "152700").mod(BigInteger.valueOf(97)).intValue();
        return Iban.of("FR%02d%s".formatted(key, account));
    }

    public static PostalAddress address() {
        return new PostalAddress("12 rue de l'Exemple", "", "69003", "Lyon", "FR");
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    /// A small picture that opens.
    public static byte[] picture() {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(48, 32, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
