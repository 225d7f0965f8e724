-- What was done to be paid: a reminder per step and invoice and never a second one, disputes that stop them, the file that goes
-- to litigation. The rhythm is the operator's and dated.
create schema collection;
grant usage on schema collection to ${app};

create table collection.schedule (
    operator_id   uuid        not null,
    from_day      date        not null,
    friendly_days integer     not null check (friendly_days between 1 and 180),
    firm_days     integer     not null check (firm_days > friendly_days),
    notice_days   integer     not null check (notice_days > firm_days and notice_days <= 180),
    set_at        timestamptz not null,
    primary key (operator_id, from_day, set_at)
);
select platform.guard_tenant('collection.schedule');
select platform.freeze('collection.schedule');

create table collection.reminder (
    operator_id   uuid        not null,
    invoice_id    uuid        not null,
    step          text        not null check (step in ('FRIENDLY', 'FIRM', 'NOTICE')),
    sent_at       timestamptz not null,
    email         text        not null,
    subject       text        not null,
    said          text        not null,
    open_cents    bigint      not null check (open_cents > 0),
    primary key (operator_id, invoice_id, step),
    foreign key (operator_id, invoice_id) references invoicing.invoice (operator_id, id)
);
select platform.guard_tenant('collection.reminder');
select platform.freeze('collection.reminder');

create table collection.dispute (
    operator_id uuid        not null,
    id          uuid        not null,
    invoice_id  uuid        not null,
    opened_at   timestamptz not null,
    opened_by   text        not null check (opened_by in ('CLIENT', 'DESK')),
    reason      text        not null check (length(reason) between 1 and 500),
    closed_at   timestamptz,
    outcome     text check (length(outcome) between 1 and 500),
    primary key (operator_id, id),
    foreign key (operator_id, invoice_id) references invoicing.invoice (operator_id, id),
    check ((closed_at is null) = (outcome is null))
);
create unique index one_open_dispute on collection.dispute (operator_id, invoice_id) where closed_at is null;
select platform.guard_tenant('collection.dispute');
revoke delete, truncate on collection.dispute from ${app};

create table collection.litigation (
    operator_id uuid        not null,
    invoice_id  uuid        not null,
    document_id uuid        not null,
    moved_at    timestamptz not null,
    primary key (operator_id, invoice_id),
    foreign key (operator_id, invoice_id) references invoicing.invoice (operator_id, id)
);
select platform.guard_tenant('collection.litigation');
select platform.freeze('collection.litigation');
