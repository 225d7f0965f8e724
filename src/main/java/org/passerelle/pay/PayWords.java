package org.passerelle.pay;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What a payslip says about itself, in French and in English: where a line comes from, why a budget is stuck, why two
/// payslips differ. The sentences are `messages/pay.fr.properties` and `pay.en.properties`.
public final class PayWords {

    public static final PayWords FRENCH = new PayWords("fr", '\u202F', ',');
    public static final PayWords ENGLISH = new PayWords("en", ',', '.');

    private final Map<String, String> sentences;
    private final boolean french;
    private final char group;
    private final char point;

    private PayWords(String language, char group, char point) {
        this.sentences = load("/messages/pay." + language + ".properties");
        this.french = language.equals("fr");
        this.group = group;
        this.point = point;
    }

    private static Map<String, String> load(String file) {
        var read = new Properties();
        try (var in = PayWords.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is not on the class path");
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(k -> k, read::getProperty));
    }

    public String label(LineKind kind) {
        return say("line." + kind.id());
    }

    /// Base × rates, article, version and source of each part of a line.
    public List<String> explain(PayLine line) {
        return line.parts().stream().map(part -> explain(line, part)).toList();
    }

    private String explain(PayLine line, PayPart part) {
        boolean employer = part.employerRate() != 0;
        boolean employee = part.employeeRate() != 0;
        var sum = say(
                employer && employee ? "part.both" : employee ? "part.employee" : "part.employer",
                Map.of(
                        "base",
                        money(part.base()),
                        "name",
                        say("base." + part.part().base().id()),
                        "employer",
                        percent(part.employer()),
                        "employee",
                        percent(part.employee())));
        var rule = say(
                "part.rule",
                Map.of(
                        "sum",
                        sum,
                        "article",
                        part.part().article(),
                        "since",
                        day(part.part().since()),
                        "source",
                        part.part().source()));
        boolean cumulative = part.part().base() == Base.REDUCTION_PAY;
        return cumulative && takenBefore(line, part) ? rule + " " + say("part.taken", Map.of("sum", sum)) : rule;
    }

    private static boolean takenBefore(PayLine line, PayPart part) {
        return Nanos.times(part.baseNanos(), part.employerRate()) != line.employerNanos();
    }

    /// How far the value of a part is to be trusted.
    public String status(Part part) {
        return say("status." + part.status().name().toLowerCase(java.util.Locale.ROOT));
    }

    /// Why the next cent costs so much, and what is missing for it; empty where cost rises smoothly.
    public List<String> stuck(Afforded afforded) {
        if (afforded.jumps().isEmpty()) return List.of();
        var reasons =
                afforded.jumps().stream().map(this::reason).collect(Collectors.joining(french ? " et " : " and "));
        var lead = say(afforded.isStuck() ? "jump.stuck" : "jump.near", Map.of("reason", reasons));
        return List.of(lead, say("jump.missing", Map.of("missing", money(up(afforded.missing())))));
    }

    private String reason(Jump jump) {
        boolean coefficient = jump.cause() == Jump.Cause.REDUCTION_STEP;
        return say(
                "jump." + jump.cause().id(),
                Map.of(
                        "limit",
                        money(jump.limit()),
                        "from",
                        coefficient ? ratio(jump.from()) : percent(jump.from()),
                        "to",
                        coefficient ? ratio(jump.to()) : percent(jump.to()),
                        "step",
                        money(jump.step().roundHalfUp())));
    }

    /// The reason of a change, with the values on both sides.
    public String reason(Comparison comparison, Difference difference, Change change) {
        var one = comparison.one().input();
        var other = comparison.other().input();
        return switch (change.reason()) {
            case LAW ->
                say(
                        "change.law",
                        Map.of("one", day(one.date()), "other", day(other.date()), "what", lawChanges(difference)));
            case HEADCOUNT ->
                say(
                        "change.headcount",
                        Map.of(
                                "one",
                                String.valueOf(one.terms().headcount),
                                "other",
                                String.valueOf(other.terms().headcount)));
            case BASE -> say("change.base", Map.of("one", money(one.gross()), "other", money(other.gross())));
            default -> say("change." + change.reason().id());
        };
    }

    private String lawChanges(Difference difference) {
        var versions = difference.lawChanges().stream()
                .map(part ->
                        say("change.law_version", Map.of("parameter", part.parameter(), "since", day(part.since()))));
        var ends = difference.lawEnds().stream()
                .map(part -> say("change.law_ended", Map.of("parameter", part.parameter())));
        var all = Stream.concat(versions, ends).collect(Collectors.joining(french ? "\u00A0; " : "; "));
        return all.isEmpty() ? say("change.law_sums") : all;
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, String> values) {
        var sentence = sentences.get("engine." + key);
        if (sentence == null) throw new IllegalStateException("no sentence engine." + key);
        for (var value : values.entrySet()) sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        return sentence;
    }

    private String day(LocalDate day) {
        return french
                ? "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                : day.toString();
    }

    private static Money up(Amount amount) {
        return Money.of(amount.value().setScale(2, RoundingMode.CEILING));
    }

    private String money(Money money) {
        var digits = number(money.toBigDecimal().abs().setScale(2));
        var sign = money.isNegative() ? "−" : "";
        return french ? sign + digits + "\u00A0€" : sign + "€" + digits;
    }

    private String percent(Rate rate) {
        var percent = rate.percent().stripTrailingZeros();
        var digits = number((percent.scale() < 0 ? percent.setScale(0) : percent).abs());
        return (percent.signum() < 0 ? "−" : "") + digits + (french ? "\u00A0%" : "%");
    }

    private String ratio(Rate rate) {
        return number(rate.ratio().setScale(4, RoundingMode.HALF_UP));
    }

    private String number(BigDecimal number) {
        var plain = number.toPlainString();
        int dot = plain.indexOf('.');
        var whole = dot < 0 ? plain : plain.substring(0, dot);
        var grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) grouped.append(group);
            grouped.append(whole.charAt(i));
        }
        return dot < 0
                ? grouped.toString()
                : grouped.append(point).append(plain, dot + 1, plain.length()).toString();
    }
}
