-- A transfer that has not left the house may be withdrawn when what it pays was corrected (R-07); it stays on record.
create table banking.withdrawn_order (
    operator_id  uuid        not null,
    order_id     uuid        not null,
    reason       text        not null check (reason <> ''),
    withdrawn_at timestamptz not null,
    withdrawn_by text        not null,
    primary key (operator_id, order_id),
    foreign key (operator_id, order_id) references banking.payment_order (operator_id, id)
);
select platform.guard_tenant('banking.withdrawn_order');
select platform.freeze('banking.withdrawn_order');
