-- Drafts may change and have no number; issued invoices are frozen and numbered without gap (IN-02), their settlements
-- and lines too. One counter row per operator and series is locked by the issuing transaction until it commits.
create schema invoicing;
grant usage on schema invoicing to ${app};

create table invoicing.draft (
    operator_id uuid        not null,
    id          uuid        not null,
    client_id   uuid        not null,
    mission_id  uuid        not null,
    person_id   uuid        not null,
    month       date        not null check (month = date_trunc('month', month)),
    report_id   uuid,
    corrects    uuid,
    reason      text        not null,
    intent      uuid,
    state       text        not null check (state in ('DRAFT', 'ISSUED')),
    created_at  timestamptz not null,
    primary key (operator_id, id),
    unique (operator_id, report_id, mission_id),
    unique (operator_id, intent),
    check ((report_id is null) <> (corrects is null)),
    check ((corrects is null) = (intent is null))
);
create index draft_waiting on invoicing.draft (operator_id, created_at) where state = 'DRAFT';
select platform.guard_tenant('invoicing.draft');

create table invoicing.draft_line (
    operator_id      uuid           not null,
    draft_id         uuid           not null,
    position         integer        not null check (position > 0),
    mission_id       uuid           not null,
    person_id        uuid           not null,
    kind             text           not null check (kind in ('WORK', 'EXPENSE')),
    label            text           not null check (label <> ''),
    quantity         numeric(14, 4) not null,
    unit_code        text           not null,
    unit_price_cents bigint         not null,
    vat_rate         numeric(6, 5)  not null,
    net_cents        bigint         not null,
    primary key (operator_id, draft_id, position),
    foreign key (operator_id, draft_id) references invoicing.draft (operator_id, id)
);
select platform.guard_tenant('invoicing.draft_line');

create table invoicing.series (
    operator_id uuid   not null,
    series      text   not null,
    last        bigint not null check (last > 0),
    last_date   date   not null,
    primary key (operator_id, series)
);
select platform.guard_tenant('invoicing.series');

create table invoicing.invoice (
    operator_id  uuid        not null,
    id           uuid        not null,
    series       text        not null,
    sequence     bigint      not null check (sequence > 0),
    number       text        not null check (number ~ '^[A-Z0-9-]{1,35}$'),
    issue_date   date        not null,
    due_date     date        not null check (due_date >= issue_date),
    client_id    uuid        not null,
    client_code  text        not null,
    client_name  text        not null,
    mission_id   uuid        not null,
    person_id    uuid        not null,
    month        date        not null,
    corrects     uuid,
    net_cents    bigint      not null check (net_cents > 0),
    vat_cents    bigint      not null check (vat_cents >= 0),
    gross_cents  bigint      not null check (gross_cents = net_cents + vat_cents),
    document_id  uuid        not null,
    entry_id     uuid        not null,
    intent       uuid        not null,
    issued_at    timestamptz not null,
    issued_by    text        not null,
    primary key (operator_id, id),
    unique (operator_id, series, sequence),
    unique (operator_id, number),
    unique (operator_id, intent),
    foreign key (operator_id, id) references invoicing.draft (operator_id, id),
    foreign key (operator_id, corrects) references invoicing.invoice (operator_id, id),
    foreign key (operator_id, entry_id) references ledger.entry (operator_id, id),
    foreign key (operator_id, series) references invoicing.series (operator_id, series)
);
create index invoice_corrected on invoicing.invoice (operator_id, corrects) where corrects is not null;
create index invoice_by_person on invoicing.invoice (operator_id, person_id, issue_date);
select platform.guard_tenant('invoicing.invoice');
select platform.freeze('invoicing.invoice');

create table invoicing.invoice_line (
    operator_id      uuid           not null,
    invoice_id       uuid           not null,
    position         integer        not null check (position > 0),
    mission_id       uuid           not null,
    person_id        uuid           not null,
    kind             text           not null check (kind in ('WORK', 'EXPENSE')),
    label            text           not null check (label <> ''),
    quantity         numeric(14, 4) not null check (quantity > 0),
    unit_code        text           not null,
    unit_price_cents bigint         not null check (unit_price_cents > 0),
    vat_rate         numeric(6, 5)  not null check (vat_rate between 0 and 1),
    net_cents        bigint         not null,
    primary key (operator_id, invoice_id, position),
    foreign key (operator_id, invoice_id) references invoicing.invoice (operator_id, id)
);
select platform.guard_tenant('invoicing.invoice_line');
select platform.freeze('invoicing.invoice_line');

-- A bank line is set against an invoice once; what is open is computed from these rows and the credit notes.
create table invoicing.settlement (
    operator_id  uuid        not null,
    id           uuid        not null,
    invoice_id   uuid        not null,
    bank_line_id uuid        not null,
    date         date        not null,
    amount_cents bigint      not null check (amount_cents > 0),
    vat_cents    bigint      not null,
    entry_id     uuid        not null,
    settled_at   timestamptz not null,
    settled_by   text        not null,
    primary key (operator_id, id),
    unique (operator_id, invoice_id, bank_line_id),
    foreign key (operator_id, invoice_id) references invoicing.invoice (operator_id, id),
    foreign key (operator_id, entry_id) references ledger.entry (operator_id, id)
);
select platform.guard_tenant('invoicing.settlement');
select platform.freeze('invoicing.settlement');

create table invoicing.settlement_share (
    operator_id     uuid   not null,
    settlement_id   uuid   not null,
    person_id       uuid   not null,
    collected_cents bigint not null,
    primary key (operator_id, settlement_id, person_id),
    foreign key (operator_id, settlement_id) references invoicing.settlement (operator_id, id)
);
select platform.guard_tenant('invoicing.settlement_share');
select platform.freeze('invoicing.settlement_share');
