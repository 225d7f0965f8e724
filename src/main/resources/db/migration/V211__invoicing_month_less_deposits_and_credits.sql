-- The month of a worker counts what invoices still ask for: less deposits taken off and less credit notes, of which
-- there may now be several.
create or replace function workspace.month(seen text, who uuid, asked date, running date)
returns table (operator_id uuid, person_id uuid, first_name text, operator_name text, frame text, month date,
               report text, return_reason text, worked numeric, drafts bigint, invoices bigint, invoiced numeric,
               paid numeric, due date, net_paid_cents bigint, pay_date date, available numeric, reserve numeric,
               leave numeric)
language plpgsql as $$
#variable_conflict use_column
declare
    before date := (running - interval '1 month')::date;
    shown date := coalesce(asked, before);
begin
    perform set_config('passerelle.operators', seen, true);
    if asked is null and exists (select from payroll.payslip s join people.person p
                                            on p.operator_id = s.operator_id and p.id = s.person_id
                                  where p.user_id = who and s.month = before) then
        shown := running;
    end if;
    return query
    select p.operator_id, p.id as person_id, p.first_name, o.name as operator_name, o.frame, m.month,
           r.state as report, r.return_reason,
           coalesce((select sum(l.quantity) from activity.line l
                      where l.operator_id = p.operator_id and l.report_id = r.id and l.unit = 'DAY'
                        and l.kind in ('MISSION', 'PROSPECTING', 'TRAINING')), 0) as worked,
           (select count(*) from invoicing.draft d
             where d.operator_id = p.operator_id and d.person_id = p.id and d.month = m.month
               and d.state = 'DRAFT') as drafts,
           i.invoices, i.invoiced, i.paid, i.due,
           s.net_paid_cents, s.pay_date, b.available, b.reserve, b.leave
      from people.person p
      join operators.legal_entity o on o.operator_id = p.operator_id
     cross join lateral (select shown as month) m
      left join activity.report r
             on r.operator_id = p.operator_id and r.person_id = p.id and r.month = m.month
      left join payroll.payslip s
             on s.operator_id = p.operator_id and s.person_id = p.id and s.month = m.month
            and not exists (select from payroll.correction c
                             where c.operator_id = s.operator_id and c.corrects = s.id)
     cross join lateral (
           select count(*) as invoices, coalesce(sum(v.gross_cents - x.less), 0) as invoiced,
                  coalesce(sum(s.paid), 0) as paid,
                  min(v.due_date) filter (where v.gross_cents - x.less > coalesce(s.paid, 0)) as due
             from invoicing.invoice v
            cross join lateral (select
                  coalesce((select sum(d.gross_cents) from invoicing.deduction d
                             where d.operator_id = v.operator_id and d.invoice_id = v.id), 0)
                  + coalesce((select sum(case when c.type = 'CORRECTED' then v.gross_cents else c.gross_cents end)
                               from invoicing.invoice c
                              where c.operator_id = v.operator_id and c.corrects = v.id), 0) as less) x
             left join lateral (select sum(t.amount_cents) as paid from invoicing.settlement t
                                 where t.operator_id = v.operator_id and t.invoice_id = v.id) s on true
            where v.operator_id = p.operator_id and v.person_id = p.id and v.month = m.month
              and (v.corrects is null or v.type = 'CORRECTED') and v.gross_cents > x.less) i
     cross join lateral (
           select coalesce(sum(l.credit_cents - l.debit_cents) filter (where l.account like '9011%'), 0)
                      as available,
                  coalesce(sum(l.credit_cents - l.debit_cents) filter (where l.account like '9012%'), 0)
                      as reserve,
                  coalesce(sum(l.credit_cents - l.debit_cents) filter (where l.account like '9013%'), 0)
                      as leave
             from ledger.balance l
            where l.operator_id = p.operator_id and l.worker_id = p.id and l.account like '901%') b
     where p.user_id = who
     order by (p.exit_on is null) desc, p.entry_on desc
     limit 1;
end
$$;
