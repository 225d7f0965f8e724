package org.passerelle.invoicing.store;

import java.util.List;
import org.passerelle.platform.audit.BadRows;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What must always hold of the invoices of all operators (reliability.md §6).
@Configuration(proxyBeanMethods = false)
class InvoiceInvariants {

    @Bean
    Invariant seriesHaveNoGap(EveryOperator every) {
        return new BadRows(
                "I-2", "each series is 1..n, counter = n, dates rise with numbers", every, List.of("""
                select s.operator_id::text, 'invoicing.series ' || s.series,
                       'counter ' || s.last || ', invoices ' || count(i.id) || ', accounted for ' || k.missing
                           || ', highest ' || greatest(coalesce(max(i.sequence), 0), k.witness)
                from invoicing.series s
                left join invoicing.invoice i on i.operator_id = s.operator_id and i.series = s.series
                cross join lateral (
                    select coalesce(sum(l.missing), 0) as missing, coalesce(max(f.witness), 0) as witness
                    from invoicing.fence_lifted l
                    join invoicing.fence f on f.operator_id = l.operator_id and f.id = l.fence_id
                    where f.operator_id = s.operator_id and f.series = s.series) k
                group by s.operator_id, s.series, s.last, k.missing, k.witness
                having count(i.id) + k.missing <> s.last
                    or greatest(coalesce(max(i.sequence), 0), k.witness) <> s.last
                limit 100""", """
                select operator_id::text, 'invoicing.invoice ' || number, 'dated ' || issue_date || ', after ' || before
                from (select operator_id, number, issue_date,
                             lag(issue_date) over (partition by operator_id, series order by sequence) as before
                      from invoicing.invoice) i
                where issue_date < before
                limit 100"""));
    }

    @Bean
    Invariant invoicesHaveEntryFileAndTrail(EveryOperator every) {
        return new BadRows(
                "I-3",
                "each issued invoice has one entry, one stored document whose hash matches, and its event",
                every,
                List.of("""
                        select i.operator_id::text, 'invoicing.invoice ' || i.number,
                               case when e.id is null then 'no entry in the book'
                                    when e.source <> 'invoice:' || i.number then 'its entry is that of ' || e.source
                                    when l.gross is distinct from x.gross
                                         then 'the book says ' || l.gross || ' cents, the invoice ' || x.gross
                                    when d.id is null then 'no stored document'
                                    when coalesce(d.sealed_sha256, d.sha256) <> sha256(d.content) then 'its document does not match its hash'
                                    when n.net is distinct from i.net_cents
                                         then 'its lines sum to ' || n.net || ' cents, not ' || i.net_cents
                                    else 'no line in the trail' end
                        from invoicing.invoice i
                        left join ledger.entry e on e.operator_id = i.operator_id and e.id = i.entry_id
                        cross join lateral (select abs(i.gross_cents
                                - coalesce((select sum(d.gross_cents) from invoicing.deduction d
                                    where d.operator_id = i.operator_id and d.invoice_id = i.id), 0)
                                - case when i.type = 'CORRECTED' then (select r.gross_cents from invoicing.invoice r
                                    where r.operator_id = i.operator_id and r.id = i.corrects) else 0 end) as gross) x
                        left join lateral (select coalesce(abs(sum(debit_cents - credit_cents)), 0) as gross from ledger.line l
                            where l.operator_id = i.operator_id and l.entry_id = i.entry_id and l.account like '411%') l
                            on true
                        left join lateral (select sum(net_cents) as net from invoicing.invoice_line n
                            where n.operator_id = i.operator_id and n.invoice_id = i.id) n on true
                        left join (select distinct operator_id, subject_id from identity.trail_line
                                   where action = 'invoice.issued') t
                            on t.operator_id = i.operator_id and t.subject_id = i.id::text
                        left join documents.document d on d.operator_id = i.operator_id and d.id = i.document_id
                        where e.id is null or e.source <> 'invoice:' || i.number or l.gross is distinct from x.gross
                           or d.id is null or coalesce(d.sealed_sha256, d.sha256) <> sha256(d.content) or n.net is distinct from i.net_cents
                           or t.subject_id is null
                        limit 100"""));
    }

    /// Unique keys say so within a table; this looks across them, and for drafts issued under two ids.
    @Bean
    Invariant intentsAppearOnce(EveryOperator every) {
        return new BadRows("I-11", "every intent id appears once", every, List.of("""
                select operator_id::text, 'intent ' || intent, count(*) || ' invoices carry it'
                from invoicing.invoice group by operator_id, intent having count(*) > 1
                limit 100""", """
                select d.operator_id::text, 'invoicing.draft ' || d.id, 'is ' || d.state || ' and '
                       || case when i.id is null then 'has no invoice' else 'has one' end
                from invoicing.draft d
                left join invoicing.invoice i on i.operator_id = d.operator_id and i.id = d.id
                where (d.state = 'ISSUED') <> (i.id is not null)
                limit 100"""));
    }
}
