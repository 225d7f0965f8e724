package org.passerelle.simulator.core;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What is assumed where the law leaves it to the house: `simulator/hypotheses.properties`.
public final class Hypotheses {

    private static final Hypotheses STANDARD = new Hypotheses();

    private final Properties values = new Properties();

    private Hypotheses() {
        try (var in = Hypotheses.class.getResourceAsStream("/simulator/hypotheses.properties")) {
            if (in == null) throw new IllegalStateException("no simulator/hypotheses.properties");
            values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Hypotheses standard() {
        return STANDARD;
    }

    public String text(String name) {
        var value = values.getProperty(name);
        if (value == null) throw new IllegalArgumentException("no hypothesis " + name);
        return value;
    }

    public BigDecimal number(String name) {
        return new BigDecimal(text(name));
    }

    public Money money(String name) {
        return Money.of(text(name));
    }

    public Rate rate(String name) {
        return Rate.ofPercent(text(name));
    }
}
