package org.passerelle.invoicing.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siren;

/// What an entity tells the administration of a period: its sales that no e-invoice tells (flux 10.1 and 10.3), or the
/// payments that make VAT on services fall due (10.2 and 10.4). One report holds one of the two (EI-04, EI-05).
///
/// @param header who tells, through whom, for which days
public sealed interface EReport {

    Header header();

    /// @param id at most 50 characters, unique for ever
    /// @param sent when the file was made, Paris time
    /// @param replaces whether it takes the place of what was told before of the same period (RE), else IN
    /// @param platform the four characters that name the platform (scheme 0238)
    /// @param period at least two days: a start equal to the end is refused (G6.25)
    record Header(
            String id,
            LocalDateTime sent,
            boolean replaces,
            String platform,
            Siren issuer,
            String name,
            DateRange period) {

        public Header {
            if (!platform.matches("[A-Z0-9]{4}")) throw new IllegalArgumentException("platform " + platform);
            if (!period.start().isBefore(period.end())) throw new IllegalArgumentException("period " + period);
        }
    }

    /// @param invoices to businesses abroad, one by one (10.1)
    /// @param sales to consumers, by day and category (10.3)
    record Transactions(Header header, List<InvoiceDocument> invoices, List<DaySales> sales) implements EReport {
        public Transactions {
            invoices = List.copyOf(invoices);
            sales = List.copyOf(sales);
        }

        public boolean isEmpty() {
            return invoices.isEmpty() && sales.isEmpty();
        }
    }

    /// @param invoices payments of invoices to businesses abroad (10.2)
    /// @param days payments by consumers (10.4), with VAT, by rate
    record Payments(Header header, List<InvoicePayment> invoices, List<DayPayments> days) implements EReport {
        public Payments {
            invoices = List.copyOf(invoices);
            days = List.copyOf(days);
        }

        public boolean isEmpty() {
            return invoices.isEmpty() && days.isEmpty();
        }
    }

    /// Sales of a day in one category; credit notes count as less.
    ///
    /// @param category TPS1 services, TLB1 goods, TNT1 not taxed in France
    /// @param vatDue when VAT falls due: 72 on payment, 5 on invoicing
    /// @param count how many transactions
    record DaySales(
            LocalDate day, String category, String vatDue, int count, Money net, Money vat, List<RateShare> shares) {
        public DaySales {
            shares = List.copyOf(shares);
        }
    }

    /// The part of one rate.
    record RateShare(Rate rate, Money base, Money vat) {}

    /// @param amounts received with VAT, by rate
    record DayPayments(LocalDate day, Map<Rate, Money> amounts) {
        public DayPayments {
            amounts = Map.copyOf(amounts);
        }
    }

    record InvoicePayment(String number, LocalDate issued, DayPayments payment) {}
}
