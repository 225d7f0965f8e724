package org.passerelle.ledger.core;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Siren;

/// Writes the « fichier des écritures comptables » (LPF art. A47 A-1, VII): UTF-8 without mark, tabs, CR LF.
public final class Fec {

    /// The eighteen names, in the order and spelling of the article.
    public static final List<String> COLUMNS = List.of(
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "Debit",
            "Credit",
            "EcritureLet",
            "DateLet",
            "ValidDate",
            "Montantdevise",
            "Idevise");

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private Fec() {}

    /// `<SIREN>FEC<AAAAMMJJ>.txt`, the day being the end of the financial year.
    public static String fileName(Siren siren, LocalDate yearEnd) {
        return siren.value() + "FEC" + DAY.format(yearEnd) + ".txt";
    }

    /// @param lines in the order of the book: opening entries first, then by number
    public static byte[] write(List<FecLine> lines, Chart chart) {
        var text = new StringBuilder(256 + lines.size() * 160);
        text.append(String.join("\t", COLUMNS)).append("\r\n");
        for (var line : lines) write(line, chart, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(FecLine line, Chart chart, StringBuilder text) {
        field(text, line.journal());
        field(text, chart.journal(line.journal()));
        field(text, Long.toString(line.number()));
        field(text, DAY.format(line.date()));
        field(text, line.account());
        field(text, chart.label(line.account()));
        field(text, line.aux());
        field(text, line.auxLabel());
        field(text, line.pieceRef());
        field(text, DAY.format(line.pieceDate()));
        field(text, line.label());
        field(text, amount(line.debit()));
        field(text, amount(line.credit()));
        field(text, line.letter());
        field(text, line.letterDate() == null ? null : DAY.format(line.letterDate()));
        field(text, DAY.format(line.validDate()));
        text.append('\t').append("\r\n"); // Montantdevise and Idevise: all is in euros
    }

    // « 1234,56 »: comma, two decimals, no thousands separator.
    private static String amount(Money money) {
        return money.toString().replace('.', ',');
    }

    // The separator, line ends and control characters never stand inside a value.
    private static void field(StringBuilder text, @Nullable String value) {
        if (value != null) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                text.append(c == '|' || Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
            }
        }
        text.append('\t');
    }
}
