package org.passerelle.banking.store;

import org.passerelle.platform.audit.BadRows;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What must always hold of bank lines and transfers of all operators (reliability.md §6).
@Configuration(proxyBeanMethods = false)
class BankInvariants {

    /// A line has one match by its key; here: the match speaks for the whole line and settled what it says.
    @Bean
    Invariant bankLinesAreMatchedOnce(EveryOperator every) {
        return new BadRows("I-5", "each bank line is matched at most once, and to the cent", every, """
                select l.operator_id::text, 'banking.line ' || l.id,
                       'line ' || l.amount_cents || ' cents, matched ' || coalesce(s.matched, 0)
                           || ', settled on invoices ' || coalesce(p.settled, 0) || ' of ' || coalesce(s.invoices, 0)
                from banking.line l
                join banking.match m on m.operator_id = l.operator_id and m.line_id = l.id
                left join lateral (
                    select sum(amount_cents) as matched,
                           sum(amount_cents) filter (where invoice_id is not null) as invoices
                    from banking.match_share s where s.operator_id = l.operator_id and s.line_id = l.id) s on true
                left join lateral (
                    select sum(amount_cents) as settled from invoicing.settlement p
                    where p.operator_id = l.operator_id and p.bank_line_id = l.id) p on true
                where coalesce(s.matched, 0) <> abs(l.amount_cents)
                   or coalesce(s.invoices, 0) <> coalesce(p.settled, 0)
                limit 100""");
    }

    /// A subject has one order and an order one file by their keys; here: the file holds what was ordered.
    @Bean
    Invariant filesHoldWhatWasOrdered(EveryOperator every) {
        return new BadRows("I-4", "each payment file holds the orders it carries, no more and no less", every, """
                select f.operator_id::text, 'banking.payment_file ' || f.message_id,
                       'file ' || f.count || ' for ' || f.total_cents || ' cents, orders ' || count(o.id) || ' for '
                           || coalesce(sum(o.amount_cents), 0)
                from banking.payment_file f
                left join banking.exported_order e on e.operator_id = f.operator_id and e.file_id = f.id
                left join banking.payment_order o on o.operator_id = e.operator_id and o.id = e.order_id
                group by f.operator_id, f.message_id, f.count, f.total_cents
                having count(o.id) <> f.count or coalesce(sum(o.amount_cents), 0) <> f.total_cents
                limit 100""");
    }
}
