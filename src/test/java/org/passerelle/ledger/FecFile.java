package org.passerelle.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads an FEC back, knowing nothing of how it was written, and checks each numbered rule of formats.md §7.
final class FecFile {

    private static final List<String> NAMES =
            List.of(("JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib"
                            + " CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate"
                            + " Montantdevise Idevise")
                    .split(" "));

    private final String text;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    FecFile(byte[] file) {
        text = new String(file, StandardCharsets.UTF_8);
        read();
        columns();
        entries();
    }

    /// Empty when the file keeps all rules.
    List<String> complaints() {
        return complaints;
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    /// EcritureNum of each entry, in the order of the file.
    List<Long> numbers() {
        return rows.stream()
                .map(r -> Long.parseLong(r.get("EcritureNum")))
                .distinct()
                .toList();
    }

    private void read() {
        if (text.startsWith("\uFEFF")) complaints.add("a byte order mark");
        if (!text.endsWith("\r\n")) complaints.add("2: the last line does not end");
        var lines = text.split("\r\n", -1);
        if (!List.of(lines[0].split("\t", -1)).equals(NAMES)) complaints.add("1: names " + lines[0]);
        for (int i = 1; i < lines.length - 1; i++) {
            var fields = lines[i].split("\t", -1);
            if (fields.length != NAMES.size()) {
                complaints.add("2: line " + i + " has " + fields.length + " fields");
                continue;
            }
            var row = new HashMap<String, String>();
            for (int k = 0; k < fields.length; k++) row.put(NAMES.get(k), fields[k]);
            rows.add(row);
            if (lines[i].chars().anyMatch(c -> c != '\t' && Character.isISOControl(c)) || lines[i].contains("|")) {
                complaints.add("separator or control character in line " + i);
            }
        }
    }

    private void columns() {
        for (var row : rows) {
            for (var date : List.of("EcritureDate", "PieceDate", "ValidDate")) {
                if (!isDate(row.get(date))) complaints.add("3: " + date + " " + row);
            }
            if (!row.get("DateLet").isEmpty() && !isDate(row.get("DateLet"))) complaints.add("3: DateLet " + row);
            for (var amount : List.of("Debit", "Credit")) {
                if (!row.get(amount).matches("[0-9]+,[0-9]{2}")) complaints.add("4: " + amount + " " + row);
            }
            if (!row.get("CompteNum").matches("[1-8][0-9]{2,}")) complaints.add("5: account " + row);
            together(row, "CompAuxNum", "CompAuxLib");
            together(row, "EcritureLet", "DateLet");
            together(row, "Montantdevise", "Idevise");
            for (var compulsory :
                    List.of("JournalCode", "JournalLib", "EcritureNum", "CompteLib", "PieceRef", "EcritureLib")) {
                if (row.get(compulsory).isBlank()) complaints.add("empty " + compulsory + " " + row);
            }
        }
    }

    private void entries() {
        var sums = new LinkedHashMap<String, BigDecimal>();
        var heads = new HashMap<String, String>();
        var all = BigDecimal.ZERO;
        String last = "";
        String lastValid = "";
        boolean pastOpening = false;
        long number = -1;
        for (var row : rows) {
            var entry = row.get("EcritureNum");
            var signed = amount(row.get("Debit")).subtract(amount(row.get("Credit")));
            all = all.add(signed);
            if (!entry.equals(last)) {
                if (sums.containsKey(entry)) complaints.add("7: lines of entry " + entry + " are apart");
                long next = Long.parseLong(entry);
                if (number >= 0 && next != number + 1) complaints.add("7: " + next + " after " + number);
                if (number < 0 && next > 1) complaints.add("7: begins with " + next);
                number = next;
                if (row.get("ValidDate").compareTo(lastValid) < 0) complaints.add("9: ValidDate falls at " + entry);
                lastValid = row.get("ValidDate");
                boolean opening = row.get("JournalCode").equals("AN");
                if (opening && pastOpening) complaints.add("9: opening entry " + entry + " is not first");
                pastOpening |= !opening;
            }
            var head = row.get("JournalCode") + row.get("EcritureDate");
            if (!heads.computeIfAbsent(entry, _ -> head).equals(head)) {
                complaints.add("7: entry " + entry + " with two dates or journals");
            }
            sums.merge(entry, signed, BigDecimal::add);
            last = entry;
        }
        sums.forEach((entry, sum) -> {
            if (sum.signum() != 0) complaints.add("8: entry " + entry + " is off by " + sum);
        });
        if (all.signum() != 0) complaints.add("8: the file is off by " + all);
    }

    private void together(Map<String, String> row, String one, String other) {
        if (row.get(one).isEmpty() != row.get(other).isEmpty())
            complaints.add("6: " + one + " and " + other + " " + row);
    }

    private static boolean isDate(String text) {
        return text.matches("20[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    }

    private static BigDecimal amount(String text) {
        return text.matches("[0-9]+,[0-9]+") ? new BigDecimal(text.replace(',', '.')) : BigDecimal.ZERO;
    }
}
