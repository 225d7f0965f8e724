-- R-07: a payslip never changes. A correction is a new payslip of the same month that cancels and replaces the earlier
-- one; both stay. What was paid too much is taken back from later pay, within the limits of the law, and each payslip says
-- how much of it.
alter table payroll.payslip drop constraint payslip_operator_id_person_id_month_key;
alter table payroll.payslip drop constraint payslip_check;
alter table payroll.payslip
    add column version integer not null default 1 check (version > 0),
    add column recovered_cents bigint not null default 0 check (recovered_cents >= 0),
    add unique (operator_id, person_id, month, version),
    add check (net_paid_cents = net_before_cents - withheld_cents + refund_cents - recovered_cents);

create table payroll.correction (
    operator_id    uuid        not null,
    payslip_id     uuid        not null,
    corrects       uuid        not null,
    reason         text        not null check (length(reason) between 1 and 300),
    overpaid_cents bigint      not null check (overpaid_cents >= 0),
    made_at        timestamptz not null,
    made_by        text        not null,
    primary key (operator_id, payslip_id),
    unique (operator_id, corrects),
    foreign key (operator_id, payslip_id) references payroll.payslip (operator_id, id),
    foreign key (operator_id, corrects) references payroll.payslip (operator_id, id)
);
select platform.guard_tenant('payroll.correction');
select platform.freeze('payroll.correction');
