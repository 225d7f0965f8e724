package org.passerelle.payroll.store;

import org.passerelle.platform.audit.BadRows;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What must always hold of the payslips of all operators (reliability.md §6).
@Configuration(proxyBeanMethods = false)
class PayslipInvariants {

    /// The columns against the lines kept with them, against the book (PA: 641, 421; CA: the whole cost) and
    /// against what the bank was told for the month; a payslip that was replaced is reversed. That there
    /// is no second entry and no second order is said by their unique keys.
    @Bean
    Invariant payslipsHaveEntryAndOrder(EveryOperator every) {
        return new BadRows(
                "I-4",
                "each payslip has one entry, at most one live order, and sums to its own lines",
                every,
                """
                select operator_id::text, 'payroll.payslip ' || number, why
                from (
                    select p.operator_id, p.number, case
                        when s.earned <> p.gross_cents
                            then 'earnings sum to ' || s.earned || ' cents, gross ' || p.gross_cents
                        when p.gross_cents - s.employee <> p.net_before_cents
                            then 'gross less the lines is ' || p.gross_cents - s.employee || ' cents, net '
                                || p.net_before_cents
                        when p.gross_cents + s.employer <> p.cost_cents
                            then 'gross and the lines are ' || p.gross_cents + s.employer || ' cents, cost '
                                || p.cost_cents
                        when s.withheld <> p.withheld_cents
                            then 'withheld ' || s.withheld || ' cents, payslip ' || p.withheld_cents
                        when e.id is null then 'no entry in the book'
                        when b.wages is distinct from p.gross_cents
                            then 'the book says wages of ' || coalesce(b.wages, 0) || ' cents, gross ' || p.gross_cents
                        when coalesce(b.due, 0) <> p.net_before_cents - p.withheld_cents
                            then 'the book owes ' || coalesce(b.due, 0) || ' cents, payslip '
                                || p.net_before_cents - p.withheld_cents
                        when c.id is null then 'nothing taken from the activity account'
                        when a.charged is distinct from p.cost_cents
                            then 'the activity account bore ' || coalesce(a.charged, 0) || ' cents, cost '
                                || p.cost_cents
                        when later.payslip_id is not null and r.reversals <> 2
                            then 'replaced, but ' || r.reversals || ' of its 2 entries are reversed'
                        when later.payslip_id is null
                            and o.ordered <> greatest(d.due + coalesce(earlier.overpaid_cents, 0), 0)
                            then 'ordered ' || o.ordered || ' cents, due ' || d.due || ', overpaid '
                                || coalesce(earlier.overpaid_cents, 0)
                        when f.id is null then 'no stored document' end as why
                    from payroll.payslip p
                    cross join lateral (
                        select (select coalesce(sum((l -> 'amount' ->> 'cents')::bigint), 0)
                                from jsonb_array_elements(p.content -> 'earnings') l) as earned,
                               (select coalesce(sum((l -> 'employee' ->> 'cents')::bigint), 0)
                                from jsonb_array_elements(p.content -> 'lines') l) as employee,
                               (select coalesce(sum((l -> 'employer' ->> 'cents')::bigint), 0)
                                from jsonb_array_elements(p.content -> 'lines') l) as employer,
                               (p.content -> 'totals' -> 'withheld' ->> 'cents')::bigint as withheld) s
                    left join ledger.entry e on e.operator_id = p.operator_id and e.source = 'payslip:' || p.id
                    left join lateral (
                        select sum(debit_cents - credit_cents) filter (where account like '641%') as wages,
                               sum(credit_cents - debit_cents) filter (where account like '421%') as due
                        from ledger.line l where l.operator_id = e.operator_id and l.entry_id = e.id) b on true
                    left join ledger.entry c on c.operator_id = p.operator_id and c.source = 'payslip:' || p.id || ':ca'
                    left join lateral (
                        select sum(credit_cents - debit_cents) filter (where account like '9064%') as charged
                        from ledger.line l where l.operator_id = c.operator_id and l.entry_id = c.id) a on true
                    left join payroll.correction later
                        on later.operator_id = p.operator_id and later.corrects = p.id
                    left join payroll.correction earlier
                        on earlier.operator_id = p.operator_id and earlier.payslip_id = p.id
                    cross join lateral (
                        select count(*) as reversals from ledger.entry v
                        where v.operator_id = p.operator_id
                          and v.source in ('reversal:' || e.id, 'reversal:' || c.id)) r
                    cross join lateral (
                        select p.net_before_cents - p.withheld_cents - p.recovered_cents as due) d
                    cross join lateral (
                        select coalesce(sum(x.amount_cents), 0) as ordered
                        from payroll.payslip every
                        join banking.payment_order x
                            on x.operator_id = every.operator_id and x.subject = 'payslip:' || every.id
                        left join banking.withdrawn_order w on w.operator_id = x.operator_id and w.order_id = x.id
                        where every.operator_id = p.operator_id and every.person_id = p.person_id
                          and every.month = p.month and w.order_id is null) o
                    left join documents.document f on f.operator_id = p.operator_id and f.id = p.document_id) checked
                where why is not null
                limit 100""",
                """
                select o.operator_id::text, 'banking.payment_order ' || o.reference, 'pays a payslip that is not there'
                from banking.payment_order o
                left join payroll.payslip p on p.operator_id = o.operator_id and 'payslip:' || p.id = o.subject
                where o.kind = 'SALARY' and p.id is null
                limit 100""");
    }

    @Bean
    Invariant payslipNumbersHaveNoGap(EveryOperator every) {
        return new BadRows("I-2", "each series is 1..n, counter = n (payslips)", every, """
                select s.operator_id::text, 'payroll.series ' || to_char(s.month, 'YYYY-MM'),
                       'counter ' || s.last || ', payslips ' || count(p.id) || ', highest '
                           || coalesce(max(substring(p.number from '[0-9]+$')::integer), 0)
                from payroll.series s
                left join payroll.payslip p on p.operator_id = s.operator_id and p.month = s.month
                group by s.operator_id, s.month, s.last
                having count(p.id) <> s.last
                    or coalesce(max(substring(p.number from '[0-9]+$')::integer), 0) <> s.last
                limit 100""");
    }
}
