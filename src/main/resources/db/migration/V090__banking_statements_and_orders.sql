-- What the bank said and what we told the bank. Both are frozen: a movement is kept once however many files bring it
-- (R-14), is matched at most once (I-5), and a fact is ordered and exported at most once (R-13), each by a unique key.
create schema banking;
grant usage on schema banking to ${app};

-- One row per entity, locked while a statement is taken in or a payment file is made.
create table banking.desk (
    operator_id uuid    not null primary key,
    files       integer not null default 0 check (files >= 0),
    four_eyes   boolean not null default true
);
select platform.guard_tenant('banking.desk');

create table banking.statement (
    operator_id   uuid        not null,
    id            uuid        not null,
    account       bytea       not null,
    content_hash  text        not null,
    number        text        not null,
    sequence      text        not null,
    start_day     date        not null,
    end_day       date        not null check (end_day >= start_day),
    opening_cents bigint      not null,
    closing_cents bigint      not null,
    imported_at   timestamptz not null,
    imported_by   text        not null,
    primary key (operator_id, id),
    unique (operator_id, account, content_hash)
);
create index statement_chain on banking.statement (operator_id, account, start_day);
select platform.guard_tenant('banking.statement');
select platform.freeze('banking.statement');

-- occurrence tells true twins apart: the second of two equal movements of a day is number 1.
create table banking.line (
    operator_id    uuid    not null,
    id             uuid    not null,
    account        bytea   not null,
    line_key       text    not null,
    occurrence     integer not null check (occurrence >= 0),
    statement_id   uuid    not null,
    position       integer not null check (position > 0),
    reference      text    not null check (reference <> ''),
    booking_day    date    not null,
    value_day      date    not null,
    amount_cents   bigint  not null,
    reversal       boolean not null,
    return_reason  text    not null,
    counterparty   text    not null,
    end_to_end_id  text    not null,
    payment_id     text    not null,
    remittance     text    not null,
    primary key (operator_id, id),
    unique (operator_id, account, line_key, occurrence),
    foreign key (operator_id, statement_id) references banking.statement (operator_id, id)
);
create index line_by_day on banking.line (operator_id, booking_day);
select platform.guard_tenant('banking.line');
select platform.freeze('banking.line');

-- The entry that holds a movement in suspense until somebody knows what it is.
create table banking.suspense (
    operator_id uuid not null,
    line_id     uuid not null,
    entry_id    uuid not null,
    primary key (operator_id, line_id),
    foreign key (operator_id, line_id) references banking.line (operator_id, id),
    foreign key (operator_id, entry_id) references ledger.entry (operator_id, id)
);
select platform.guard_tenant('banking.suspense');
select platform.freeze('banking.suspense');

create table banking.match (
    operator_id uuid        not null,
    line_id     uuid        not null,
    evidence    text        not null,
    intent      uuid,
    matched_at  timestamptz not null,
    matched_by  text        not null,
    primary key (operator_id, line_id),
    unique (operator_id, intent),
    foreign key (operator_id, line_id) references banking.line (operator_id, id)
);
select platform.guard_tenant('banking.match');
select platform.freeze('banking.match');

create table banking.match_share (
    operator_id  uuid   not null,
    line_id      uuid   not null,
    position     integer not null check (position > 0),
    invoice_id   uuid,
    order_id     uuid,
    amount_cents bigint not null check (amount_cents > 0),
    primary key (operator_id, line_id, position),
    unique (operator_id, line_id, invoice_id),
    unique (operator_id, order_id),
    check ((invoice_id is null) <> (order_id is null)),
    foreign key (operator_id, line_id) references banking.match (operator_id, line_id)
);
select platform.guard_tenant('banking.match_share');
select platform.freeze('banking.match_share');

create table banking.payment_order (
    operator_id          uuid        not null,
    id                   uuid        not null,
    kind                 text        not null check (kind in ('SALARY', 'EXPENSES')),
    subject              text        not null,
    reference            text        not null check (reference ~ '^[A-Z0-9][A-Z0-9-]{0,34}$'),
    person_id            uuid,
    account              text        not null,
    account_aux          text        not null,
    creditor_name        text        not null check (creditor_name <> ''),
    creditor_iban        bytea       not null,
    creditor_fingerprint bytea       not null,
    amount_cents         bigint      not null check (amount_cents > 0),
    execution_day        date        not null,
    remittance           text        not null,
    prepared_at          timestamptz not null,
    prepared_by          text        not null,
    primary key (operator_id, id),
    unique (operator_id, subject),
    unique (operator_id, reference)
);
select platform.guard_tenant('banking.payment_order');
select platform.freeze('banking.payment_order');

create table banking.payment_file (
    operator_id   uuid        not null,
    id            uuid        not null,
    intent        uuid        not null,
    message_id    text        not null,
    file_name     text        not null,
    document_id   uuid        not null,
    sha256        text        not null,
    execution_day date        not null,
    count         integer     not null check (count > 0),
    total_cents   bigint      not null check (total_cents > 0),
    exported_at   timestamptz not null,
    exported_by   text        not null,
    primary key (operator_id, id),
    unique (operator_id, intent),
    unique (operator_id, message_id)
);
select platform.guard_tenant('banking.payment_file');
select platform.freeze('banking.payment_file');

-- An order is in one file and no other.
create table banking.exported_order (
    operator_id uuid not null,
    order_id    uuid not null,
    file_id     uuid not null,
    batch_id    text not null,
    primary key (operator_id, order_id),
    foreign key (operator_id, order_id) references banking.payment_order (operator_id, id),
    foreign key (operator_id, file_id) references banking.payment_file (operator_id, id)
);
create index exported_batch on banking.exported_order (operator_id, batch_id);
select platform.guard_tenant('banking.exported_order');
select platform.freeze('banking.exported_order');

create table banking.confirmed_order (
    operator_id uuid not null,
    order_id    uuid not null,
    line_id     uuid not null,
    primary key (operator_id, order_id),
    foreign key (operator_id, order_id) references banking.exported_order (operator_id, order_id),
    foreign key (operator_id, line_id) references banking.match (operator_id, line_id)
);
select platform.guard_tenant('banking.confirmed_order');
select platform.freeze('banking.confirmed_order');
