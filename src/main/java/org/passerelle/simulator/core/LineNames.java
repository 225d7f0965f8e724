package org.passerelle.simulator.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.pay.LineKind;

/// What the labels of other operators' payslips mean: `simulator/payslip-lines.txt`.
final class LineNames {

    private static final List<Known> KNOWN = read();
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9/.]+");

    /// What a line is.
    sealed interface Meaning {

        record Contribution(Set<LineKind> kinds) implements Meaning {}

        /// A figure that repeats others: `net`, `social`, `taxable`, `cost`, `gross` or `ignored`.
        record Total(String figure) implements Meaning {}

        record Earning() implements Meaning {}

        record Booking() implements Meaning {}

        /// @param reason `company_tax`: ending of the sentence's key; `unknown` when the label says nothing to us
        record NoBasis(String reason) implements Meaning {}
    }

    private record Known(Pattern words, Meaning meaning) {}

    private LineNames() {}

    static Meaning of(String label) {
        var folded = fold(label);
        return KNOWN.stream()
                .filter(known -> known.words.matcher(folded).find())
                .map(Known::meaning)
                .findFirst()
                .orElseGet(() -> new Meaning.NoBasis("unknown"));
    }

    private static String fold(String label) {
        var plain = ACCENTS.matcher(Normalizer.normalize(label, Normalizer.Form.NFD))
                .replaceAll("");
        return OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static List<Known> read() {
        var known = new ArrayList<Known>();
        try (var in = LineNames.class.getResourceAsStream("/simulator/payslip-lines.txt")) {
            if (in == null) throw new IllegalStateException("no simulator/payslip-lines.txt");
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                int arrow = line.indexOf(" => ");
                known.add(new Known(
                        Pattern.compile(line.substring(0, arrow)),
                        meaning(line.substring(arrow + 4).strip())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(known);
    }

    private static Meaning meaning(String words) {
        var parts = List.of(words.split(" "));
        return switch (parts.getFirst()) {
            case "total" -> new Meaning.Total(parts.get(1));
            case "earning" -> new Meaning.Earning();
            case "booking" -> new Meaning.Booking();
            case "none" -> new Meaning.NoBasis(parts.get(1));
            default -> {
                var kinds = EnumSet.noneOf(LineKind.class);
                for (var part : parts) kinds.add(LineKind.valueOf(part));
                yield new Meaning.Contribution(Set.copyOf(kinds));
            }
        };
    }
}
