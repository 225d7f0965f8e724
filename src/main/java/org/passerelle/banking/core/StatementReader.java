package org.passerelle.banking.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// Reads one Stmt and holds it to its own balances: opening plus booked movements must be the closing balance.
final class StatementReader {

    private static final int MOST_MOVEMENTS = 200_000;

    private final Elements elements;
    private final XMLStreamReader xml;
    private final List<ReadMovement> movements = new ArrayList<>();
    private String number = "";
    private String sequence = "";
    private @Nullable Iban account;
    private @Nullable LocalDate start;
    private @Nullable LocalDate end;
    private @Nullable Balance opening;
    private @Nullable Balance previous;
    private @Nullable Balance closing;
    private @Nullable Element summary;
    private Money booked = Money.ZERO;
    private int entries;
    private int bookedEntries;

    private record Balance(Money amount, LocalDate day, Element at) {}

    StatementReader(Elements elements, XMLStreamReader xml) {
        this.elements = elements;
        this.xml = xml;
    }

    ReadStatement read() throws XMLStreamException {
        var top = elements.here("missing", "Id");
        while (elements.nextChild()) {
            switch (xml.getLocalName()) {
                case "Id" -> number = elements.read().plain();
                case "ElctrncSeqNb" -> sequence = elements.read().plain();
                case "LglSeqNb" -> {
                    var legal = elements.read().plain();
                    if (sequence.isEmpty()) sequence = legal;
                }
                case "FrToDt" -> period(elements.read());
                case "Acct" -> account(elements.read());
                case "Bal" -> balance(elements.read());
                case "TxsSummry" -> summary = elements.read().find("TtlNtries");
                case "Ntry" -> entry(elements.read());
                default -> elements.read();
            }
        }
        if (number.isEmpty() || number.length() > 70) throw top;
        return checked(top);
    }

    private ReadStatement checked(InvalidFile top) {
        if (account == null) throw new InvalidFile("missing", top.line(), top.column(), "Acct/Id/IBAN");
        var from = opening == null ? previous : opening;
        if (from == null) throw new InvalidFile("missing_balance", top.line(), top.column(), "OPBD");
        if (closing == null) throw new InvalidFile("missing_balance", top.line(), top.column(), "CLBD");
        if (closing.day.isBefore(from.day)) throw closing.at.error("date_order", from.day + " > " + closing.day);
        counted();
        var sum = from.amount.plus(booked);
        if (!sum.equals(closing.amount)) {
            throw closing.at.error(
                    "sum", from.amount.toString(), booked.toString(), closing.amount.toString(), sum.toString());
        }
        var first = start == null ? from.day : start;
        var last = end == null ? closing.day : end;
        for (var movement : movements) {
            if (movement.bookingDate().isAfter(closing.day)
                    && movement.bookingDate().isAfter(last)) {
                throw new InvalidFile("date_after", movement.line(), 1, movement.bookingDate() + " > " + last);
            }
        }
        return new ReadStatement(number, sequence, account, first, last, from.amount, closing.amount, movements);
    }

    /// The bank's own count, when it gives one: of all entries or of the booked ones.
    private void counted() {
        if (summary == null) return;
        var count = summary.textAt("NbOfNtries");
        if (count.isEmpty()) return;
        if (!count.matches("0*" + entries) && !count.matches("0*" + bookedEntries)) {
            throw summary.error("count", count.length() > 15 ? "…" : count, Integer.toString(entries));
        }
    }

    private void period(Element element) {
        start = Values.day(element.get("FrDtTm"));
        end = Values.day(element.get("ToDtTm"));
        if (end.isBefore(start)) throw element.error("date_order", start + " > " + end);
    }

    private void account(Element element) {
        var iban = element.get("Id", "IBAN");
        try {
            account = Iban.of(iban.plain());
        } catch (InvalidValue e) {
            throw iban.error("iban", e.code());
        }
        var currency = element.textAt("Ccy");
        if (!currency.isEmpty() && !currency.equals("EUR")) throw element.error("currency", Values.shown(currency));
    }

    private void balance(Element element) {
        var type = element.textAt("Tp", "CdOrPrtry", "Cd");
        if (!type.equals("OPBD") && !type.equals("PRCD") && !type.equals("CLBD")) return;
        var dated = element.get("Dt");
        var day = Values.day(dated.find("DtTm") != null ? dated.get("DtTm") : dated.get("Dt"));
        var balance = new Balance(Values.signed(element), day, element);
        switch (type) {
            case "OPBD" -> opening = once(opening, balance);
            case "PRCD" -> previous = once(previous, balance);
            default -> closing = once(closing, balance);
        }
    }

    private static Balance once(@Nullable Balance before, Balance now) {
        if (before != null) throw now.at.error("balance_twice");
        return now;
    }

    private void entry(Element element) {
        entries++;
        var state = element.get("Sts");
        var code = state.find("Cd") == null ? state.plain() : state.textAt("Cd");
        if (code.isEmpty()) throw state.error("missing", "Sts/Cd");
        if (!code.equals("BOOK")) return;
        bookedEntries++;
        var read = EntryReader.movements(element);
        if (movements.size() + read.size() > MOST_MOVEMENTS) throw element.error("too_wide");
        for (var movement : read) {
            movements.add(movement);
            booked = booked.plus(movement.amount());
        }
    }
}
