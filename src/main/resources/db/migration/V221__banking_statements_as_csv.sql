-- A CSV names a movement otherwise than a camt.053 does, so the two never tell of the same days; and many a CSV has no
-- balance, so that it cannot be a link of the chain.
alter table banking.statement add column layout text not null default 'camt' check (layout <> '');
alter table banking.statement add column balanced boolean not null default true;
