package org.passerelle.banking.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// Turns one booked Ntry into its movements: one per transaction when the bank details them, else one.
final class EntryReader {

    private EntryReader() {}

    static List<ReadMovement> movements(Element entry) {
        var whole = Values.signed(entry);
        var details = new ArrayList<Element>();
        for (var group : entry.all("NtryDtls")) details.addAll(group.all("TxDtls"));
        if (details.size() <= 1) {
            return List.of(movement(entry, details.isEmpty() ? null : details.getFirst(), whole));
        }
        var parts = new ArrayList<ReadMovement>();
        for (var detail : details) {
            var amount = amountOf(detail, whole);
            // Without an amount each, the details cannot be told apart: the entry stays whole.
            if (amount == null) return List.of(movement(entry, null, whole));
            parts.add(movement(entry, detail, amount));
        }
        var sum = parts.stream().map(ReadMovement::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(whole)) throw entry.error("sum_details", whole.toString(), sum.toString());
        return parts;
    }

    private static @Nullable Money amountOf(Element detail, Money whole) {
        var amount = detail.find("Amt") != null ? detail.find("Amt") : detail.find("AmtDtls", "TxAmt", "Amt");
        if (amount == null) return null;
        var sign = detail.find("CdtDbtInd");
        var positive = Values.amount(amount);
        boolean out = sign == null ? whole.isNegative() : Values.isDebit(sign);
        return out ? positive.negated() : positive;
    }

    private static ReadMovement movement(Element entry, @Nullable Element detail, Money amount) {
        var booked = dated(entry, "BookgDt");
        var valued = dated(entry, "ValDt");
        var day = booked != null ? booked : valued;
        if (day == null) throw entry.error("missing", "BookgDt");
        var at = detail == null ? entry : detail;
        boolean out = amount.isNegative();
        return new ReadMovement(
                amount,
                reversal(entry),
                at.textAt("RtrInf", "Rsn", "Cd"),
                day,
                valued != null ? valued : day,
                first(at.textAt("Refs", "AcctSvcrRef"), entry.textAt("AcctSvcrRef")),
                provided(at.textAt("Refs", "EndToEndId")),
                provided(first(at.textAt("Refs", "MsgId"), entry.textAt("NtryDtls", "Btch", "MsgId"))),
                provided(first(at.textAt("Refs", "PmtInfId"), entry.textAt("NtryDtls", "Btch", "PmtInfId"))),
                out ? party(at, "Cdtr", "Dbtr") : party(at, "Dbtr", "Cdtr"),
                at.textAt("RltdPties", out ? "CdtrAcct" : "DbtrAcct", "Id", "IBAN"),
                remittance(entry, at),
                at.line());
    }

    private static boolean reversal(Element entry) {
        var reversal = entry.find("RvslInd");
        if (reversal == null) return false;
        return switch (reversal.plain()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw reversal.error("indicator", "RvslInd");
        };
    }

    private static @Nullable LocalDate dated(Element entry, String name) {
        var element = entry.find(name);
        if (element == null) return null;
        return Values.day(element.find("DtTm") != null ? element.get("DtTm") : element.get("Dt"));
    }

    private static String party(Element at, String near, String far) {
        for (var role : List.of(near, "Ultmt" + near, far)) {
            var name = first(at.textAt("RltdPties", role, "Pty", "Nm"), at.textAt("RltdPties", role, "Nm"));
            if (!name.isEmpty()) return name;
        }
        return "";
    }

    private static String remittance(Element entry, Element at) {
        var texts = new ArrayList<String>();
        var information = at.find("RmtInf");
        if (information != null) {
            for (var text : information.all("Ustrd")) texts.add(text.plain());
            for (var structured : information.all("Strd")) {
                texts.add(structured.textAt("RfrdDocInf", "Nb"));
                texts.add(structured.textAt("CdtrRefInf", "Ref"));
                for (var text : structured.all("AddtlRmtInf")) texts.add(text.plain());
            }
        }
        texts.removeIf(String::isEmpty);
        return texts.isEmpty() ? first(at.textAt("AddtlTxInf"), entry.textAt("AddtlNtryInf")) : String.join(" ", texts);
    }

    private static String provided(String reference) {
        return reference.equalsIgnoreCase("NOTPROVIDED") ? "" : reference;
    }

    private static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
