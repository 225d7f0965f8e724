package org.passerelle.banking.core;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// Reads a bank statement as CSV in one of the layouts of `banking/csv.yaml`. Either the whole file is sound or
/// nothing of it is used: see [InvalidFile]. Where the bank gives a balance, it must chain from line to line.
public final class CsvStatement {

    /// Largest file, in bytes (S-33).
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int HEADER_WITHIN = 25;
    private static final Pattern ACCOUNT = Pattern.compile("FR[0-9]{2}(?: ?[0-9A-Z]){23}");
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final CsvLayout layout;
    private final Map<String, Integer> places = new HashMap<>();

    private CsvStatement(CsvLayout layout, List<String> header) {
        this.layout = layout;
        for (int i = 0; i < header.size(); i++) places.putIfAbsent(CsvLayout.key(header.get(i)), i);
    }

    private record Balanced(ReadMovement movement, @Nullable Money balance) {}

    /// @param ours the account that the file is taken to be of, when it names none
    /// @throws InvalidFile with line and reason
    public static ReadStatement read(byte[] file, Iban ours) {
        if (file.length == 0) throw new InvalidFile("empty", 0, 0);
        if (file.length > LARGEST) throw new InvalidFile("too_large", 0, 0, Integer.toString(LARGEST / 1024 / 1024));
        var text = decoded(file);
        for (var layout : CsvLayout.known()) {
            var head = CsvRows.first(text, layout.separator(), HEADER_WITHIN);
            for (int i = 0; i < head.size(); i++) {
                if (!layout.fits(head.get(i).fields())) continue;
                for (var before : head.subList(0, i)) sameAccount(before, ours);
                var all = CsvRows.of(text, layout.separator());
                return new CsvStatement(layout, head.get(i).fields()).statement(all.subList(i + 1, all.size()), ours);
            }
        }
        throw new InvalidFile(
                "layout", 1, 0, Values.shown(text.lines().findFirst().orElse("").strip()));
    }

    /// UTF-8, or else what banks still write: Windows-1252.
    private static String decoded(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        if (text.indexOf('\0') >= 0) throw new InvalidFile("layout", 1, 0, "\\0");
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void sameAccount(CsvRows.Row row, Iban ours) {
        var named = ACCOUNT.matcher(String.join(" ", row.fields()));
        while (named.find()) {
            try {
                var account = Iban.of(named.group());
                if (!account.equals(ours)) throw new InvalidFile("account", row.line(), 0, account.masked());
            } catch (InvalidValue _) {
                // only looks like one
            }
        }
    }

    private ReadStatement statement(List<CsvRows.Row> rows, Iban account) {
        var read = new ArrayList<Balanced>();
        for (var row : rows) {
            if (!row.isEmpty()) read.add(movement(row));
        }
        if (read.isEmpty()) throw new InvalidFile("no_statement", 0, 0);
        boolean newestFirst = chained(read);
        var ordered = newestFirst ? read.reversed() : read;
        var movements = ordered.stream().map(Balanced::movement).toList();
        var sum = movements.stream().map(ReadMovement::amount).reduce(Money.ZERO, Money::plus);
        var first = ordered.getFirst();
        var opening = first.balance() == null
                ? Money.ZERO
                : first.balance().minus(first.movement().amount());
        var days = movements.stream().map(ReadMovement::bookingDate).sorted().toList();
        return new ReadStatement(
                "CSV " + days.getFirst() + " " + days.getLast(),
                "",
                account,
                days.getFirst(),
                days.getLast(),
                opening,
                opening.plus(sum),
                movements,
                layout.code(),
                first.balance() != null);
    }

    /// @return whether the newest movement stands first
    private static boolean chained(List<Balanced> read) {
        boolean newestFirst = read.getFirst()
                .movement()
                .bookingDate()
                .isAfter(read.getLast().movement().bookingDate());
        if (read.getFirst().balance() == null || broken(read, newestFirst) == null) return newestFirst;
        boolean oneDay = read.getFirst()
                .movement()
                .bookingDate()
                .equals(read.getLast().movement().bookingDate());
        if (oneDay && broken(read, true) == null) return true;
        var wrong = broken(read, newestFirst);
        throw wrong == null ? new IllegalStateException() : wrong;
    }

    /// The first balance that is not the one before plus the movement; null when all are.
    private static @Nullable InvalidFile broken(List<Balanced> read, boolean newestFirst) {
        var ordered = newestFirst ? read.reversed() : read;
        Money before = null;
        for (var one : ordered) {
            var balance = one.balance();
            if (balance == null)
                return new InvalidFile("missing", one.movement().line(), 0, "solde");
            var amount = one.movement().amount();
            if (before != null && !before.plus(amount).equals(balance)) {
                return new InvalidFile(
                        "sum",
                        one.movement().line(),
                        0,
                        before.toString(),
                        amount.toString(),
                        balance.toString(),
                        before.plus(amount).toString());
            }
            before = balance;
        }
        return null;
    }

    private Balanced movement(CsvRows.Row row) {
        var currency = text(row, "currency");
        if (!currency.isEmpty() && !currency.equals("EUR")) {
            throw new InvalidFile("currency", row.line(), 0, Values.shown(currency));
        }
        var booked = day(row, text(row, "booked"));
        var value = text(row, "value");
        var label = new ArrayList<String>();
        for (var name : layout.texts()) label.add(field(row, name));
        label.removeIf(String::isEmpty);
        var remittance = String.join(" ", label).replaceAll("\\s+", " ");
        var amount = amount(row);
        var balance = text(row, "balance");
        var movement = new ReadMovement(
                amount,
                CsvLayout.isReturn(remittance),
                "",
                booked,
                value.isEmpty() ? booked : day(row, value),
                "",
                "",
                "",
                "",
                text(row, "party"),
                "",
                remittance,
                row.line());
        return new Balanced(movement, balance.isEmpty() ? null : money(row, balance));
    }

    /// Came in: positive. A debit is what went out, whether the bank writes its sign or not.
    private Money amount(CsvRows.Row row) {
        if (layout.column("amount").isPresent()) return notZero(row, money(row, text(row, "amount")));
        var debit = text(row, "debit");
        var credit = text(row, "credit");
        if (debit.isEmpty() == credit.isEmpty()) throw new InvalidFile("two_amounts", row.line(), 0);
        if (debit.isEmpty()) {
            var in = money(row, credit);
            if (in.isNegative()) throw new InvalidFile("amount", row.line(), 0, Values.shown(credit));
            return notZero(row, in);
        }
        return notZero(row, money(row, debit).abs().negated());
    }

    private static Money notZero(CsvRows.Row row, Money amount) {
        if (amount.isZero()) throw new InvalidFile("amount", row.line(), 0, amount.toString());
        return amount;
    }

    private Money money(CsvRows.Row row, String written) {
        var plain = written.replaceAll("[\\s\\u00A0\\u202F]", "").replaceAll("(€|EUR)$", "");
        var group = layout.decimal() == ',' ? "\\." : ",";
        var point = layout.decimal() == ',' ? "," : "\\.";
        var whole = "([0-9]{1,11}|[0-9]{1,3}(" + group + "[0-9]{3}){1,3})";
        if (!plain.matches("[+-]?" + whole + "(" + point + "[0-9]{1,2})?")) {
            throw new InvalidFile("amount", row.line(), 0, Values.shown(written));
        }
        return Money.of(new BigDecimal(plain.replaceAll(group, "").replace(',', '.')));
    }

    private LocalDate day(CsvRows.Row row, String written) {
        try {
            var form = layout.date().equals("iso") ? DateTimeFormatter.ISO_LOCAL_DATE : FRENCH;
            var day = LocalDate.parse(written, form);
            if (day.getYear() >= 2000 && day.getYear() < 2100) return day;
        } catch (DateTimeException _) {
            // refused below
        }
        throw new InvalidFile("date", row.line(), 0, Values.shown(written));
    }

    private String text(CsvRows.Row row, String meaning) {
        return layout.column(meaning).map(name -> field(row, name)).orElse("");
    }

    private String field(CsvRows.Row row, String name) {
        var place = places.get(name);
        if (place == null) return "";
        if (place >= row.fields().size()) throw new InvalidFile("missing", row.line(), 0, name);
        return row.fields().get(place).strip();
    }
}
