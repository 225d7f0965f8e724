-- Payslips are frozen with everything that explains them, so that one issued today can be computed again in ten years
-- (R-05) and a cut run goes on where it stopped: one payslip for each person and month, one refund for each expense.
create schema payroll;
grant usage on schema payroll to ${app};

-- The next number of each month; the row is locked while a payslip of the month is made, so that none is missing.
create table payroll.series (
    operator_id uuid    not null,
    month       date    not null check (month = date_trunc('month', month)),
    last        integer not null check (last >= 0),
    primary key (operator_id, month)
);
select platform.guard_tenant('payroll.series');

create table payroll.run (
    operator_id uuid        not null,
    id          uuid        not null,
    intent      uuid        not null,
    month       date        not null check (month = date_trunc('month', month)),
    pay_date    date        not null,
    started_at  timestamptz not null,
    started_by  text        not null,
    primary key (operator_id, id),
    unique (operator_id, intent)
);
select platform.guard_tenant('payroll.run');
select platform.freeze('payroll.run');

create table payroll.payslip (
    operator_id      uuid        not null,
    id               uuid        not null,
    person_id        uuid        not null,
    month            date        not null check (month = date_trunc('month', month)),
    number           text        not null,
    pay_date         date        not null,
    issued_at        timestamptz not null,
    gross_cents      bigint      not null check (gross_cents > 0),
    net_before_cents bigint      not null,
    withheld_cents   bigint      not null check (withheld_cents >= 0),
    refund_cents     bigint      not null check (refund_cents >= 0),
    net_paid_cents   bigint      not null check (net_paid_cents = net_before_cents - withheld_cents + refund_cents),
    cost_cents       bigint      not null,
    document_id      uuid        not null,
    content          jsonb       not null,
    primary key (operator_id, id),
    unique (operator_id, person_id, month),
    unique (operator_id, number)
);
select platform.guard_tenant('payroll.payslip');
select platform.freeze('payroll.payslip');

-- Expenses paid back: each one once.
create table payroll.refund (
    operator_id uuid        not null,
    id          uuid        not null,
    person_id   uuid        not null,
    month       date        not null check (month = date_trunc('month', month)),
    position    integer     not null check (position > 0),
    cost_cents  bigint      not null check (cost_cents >= 0),
    vat_cents   bigint      not null check (vat_cents >= 0),
    made_at     timestamptz not null,
    primary key (operator_id, id),
    unique (operator_id, person_id, month, position)
);
select platform.guard_tenant('payroll.refund');
select platform.freeze('payroll.refund');

create table payroll.refunded_expense (
    operator_id uuid not null,
    expense_id  uuid not null,
    refund_id   uuid not null,
    primary key (operator_id, expense_id),
    foreign key (operator_id, refund_id) references payroll.refund (operator_id, id)
);
select platform.guard_tenant('payroll.refunded_expense');
select platform.freeze('payroll.refunded_expense');
