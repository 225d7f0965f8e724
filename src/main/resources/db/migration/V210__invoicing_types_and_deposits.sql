-- An invoice has a type: deposits, balances and corrective invoices beside invoices and credit notes. Older rows keep
-- null, for what was issued is never changed: without corrects they are invoices, with it credit notes.
alter table invoicing.draft
    drop constraint draft_check,
    drop constraint draft_check1,
    add column type text check (type in ('INVOICE', 'CREDIT_NOTE', 'CORRECTED', 'DEPOSIT')),
    add check (corrects is null or report_id is null),
    add check (report_id is not null or intent is not null);

alter table invoicing.invoice
    add column type text check (type in ('INVOICE', 'CREDIT_NOTE', 'CORRECTED', 'DEPOSIT')),
    add check ((type in ('CREDIT_NOTE', 'CORRECTED')) = (corrects is not null));

-- What a balance takes off for deposits invoiced before: open is the total less this. A deposit is taken off once; the
-- issuing transaction holds the lock of the mission's deposits while it looks.
create table invoicing.deduction (
    operator_id uuid   not null,
    invoice_id  uuid   not null,
    deposit_id  uuid   not null,
    net_cents   bigint not null check (net_cents > 0),
    vat_cents   bigint not null check (vat_cents >= 0),
    gross_cents bigint not null check (gross_cents = net_cents + vat_cents),
    primary key (operator_id, invoice_id, deposit_id),
    foreign key (operator_id, invoice_id) references invoicing.invoice (operator_id, id),
    foreign key (operator_id, deposit_id) references invoicing.invoice (operator_id, id)
);
create index deduction_of on invoicing.deduction (operator_id, deposit_id);
select platform.guard_tenant('invoicing.deduction');
select platform.freeze('invoicing.deduction');
