package org.passerelle.ledger.store;

import java.util.List;
import org.passerelle.platform.audit.BadRows;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What must always hold in the books of all operators (reliability.md §6).
@Configuration(proxyBeanMethods = false)
class BookInvariants {

    @Bean
    Invariant eachEntrySumsToZero(EveryOperator every) {
        return new BadRows("I-1", "each entry sums to 0", every, List.of("""
                select e.operator_id::text, 'ledger.entry ' || e.id,
                       'sums to ' || coalesce(l.off, 0) || ' cents over ' || coalesce(l.lines, 0) || ' of '
                           || e.line_count || ' lines'
                from ledger.entry e
                left join (select operator_id, entry_id, sum(debit_cents - credit_cents) as off, count(*) as lines
                           from ledger.line group by operator_id, entry_id) l
                       on l.operator_id = e.operator_id and l.entry_id = e.id
                where coalesce(l.off, 0) <> 0 or coalesce(l.lines, 0) <> e.line_count
                limit 100"""));
    }

    /// The kept balances are read everywhere in place of the lines: they are what can silently go wrong.
    @Bean
    Invariant comptesAreTheirAccounts(EveryOperator every) {
        return new BadRows("I-6", "sum of the comptes = balance of their ledger accounts", every, List.of("""
                select coalesce(b.operator_id, l.operator_id)::text,
                       'ledger.balance ' || coalesce(b.account, l.account) || ' ' || coalesce(b.aux, l.aux, '-') || ' '
                           || coalesce(b.worker_id::text, l.worker_id::text, '-'),
                       'keeps ' || coalesce(b.balance, 0) || ' cents, its lines say ' || coalesce(l.balance, 0)
                from (select operator_id, account, aux, worker_id, year, debit_cents - credit_cents as balance
                      from ledger.balance) b
                full join (select operator_id, account, aux, worker_id, extract(year from date)::integer as year,
                                  sum(debit_cents - credit_cents) as balance
                           from ledger.line group by 1, 2, 3, 4, 5) l
                       on l.operator_id = b.operator_id and l.account = b.account and l.year = b.year
                      and coalesce(l.aux, '') = coalesce(b.aux, '')
                      and coalesce(l.worker_id::text, '') = coalesce(b.worker_id::text, '')
                where coalesce(b.balance, 0) <> coalesce(l.balance, 0)
                limit 100""", """
                select operator_id::text, 'ledger.balance class 9',
                       'the workers'' accounts and their counterparts differ by ' || sum(debit_cents - credit_cents)
                from ledger.balance where account like '9%'
                group by operator_id having sum(debit_cents - credit_cents) <> 0"""));
    }

    @Bean
    Invariant closedMonthsTakeNoLine(EveryOperator every) {
        return new BadRows("I-7", "no line entered in a month after its closing", every, List.of("""
                select e.operator_id::text, 'ledger.entry ' || e.id,
                       'of ' || e.date || ', entered at ' || e.posted_at || ', closed at ' || c.closed_at
                from ledger.entry e
                join (select operator_id, month, closed_at from ledger.closing) c
                  on c.operator_id = e.operator_id and e.date < c.month + interval '1 month'
                where e.posted_at > c.closed_at
                limit 100"""));
    }

    @Bean
    Invariant entryNumbersHaveNoGap(EveryOperator every) {
        return new BadRows(
                "I-2", "each series is 1..n, counter = n, dates rise with numbers (entries)", every, List.of("""
                select c.operator_id::text, 'ledger.counter ' || c.year || ' ' || c.file,
                       'counter ' || c.last || ', entries ' || count(e.id) || ', highest ' || coalesce(max(e.number), 0)
                from ledger.counter c
                left join ledger.entry e on e.operator_id = c.operator_id and e.year = c.year and e.file = c.file
                group by c.operator_id, c.year, c.file, c.last
                having count(e.id) <> c.last or coalesce(max(e.number), 0) <> c.last
                limit 100""", """
                select operator_id::text, 'ledger.entry ' || id, 'validated ' || valid_on || ' after ' || before
                from (select operator_id, id, valid_on,
                             lag(valid_on) over (partition by operator_id, year, file order by number) as before
                      from ledger.entry) e
                where valid_on < before
                limit 100"""));
    }

    @Bean
    Invariant lettersSumToZero(EveryOperator every) {
        return new BadRows("I-5", "lettrage groups sum to 0", every, List.of("""
                select t.operator_id::text, 'ledger.letter ' || t.account || ' ' || t.aux || ' ' || t.letter,
                       'sums to ' || sum(l.debit_cents - l.credit_cents) || ' cents'
                from ledger.letter t
                join ledger.line l on l.operator_id = t.operator_id and l.entry_id = t.entry_id
                                  and l.position = t.position
                group by t.operator_id, t.account, t.aux, t.letter
                having sum(l.debit_cents - l.credit_cents) <> 0
                limit 100"""));
    }
}
