-- Who signed, from where and with which drawing stands in a frozen row: it is sealed under the worker's key for papers, so
-- that it can be forgotten without touching the row (S-43). The words of a paper that is over may be taken out, once.
alter table contracts.signature
    alter column name drop not null,
    alter column email drop not null,
    alter column address drop not null,
    add column who_sealed bytea,
    add check (num_nulls(who_sealed, name) = 1 and num_nulls(name, email, address) in (0, 3));

alter table contracts.contract add column forgotten_at timestamptz;

create or replace function contracts.keep_what_was_sent() returns trigger
    language plpgsql as $$
begin
    if old.forgotten_at is null and new.forgotten_at is not null
            and old.state in ('SIGNED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')
            and new.state = old.state and new.facts = '{}'::jsonb
            and (new.content is null or new.content = '{}'::jsonb) then
        return new;
    end if;
    if old.state in ('SIGNED', 'REFUSED', 'WITHDRAWN', 'EXPIRED') then
        raise exception 'contract % is over: %', old.id, old.state;
    end if;
    if old.state = 'TO_SIGN' and (new.state = 'DRAFT'
            or new.facts is distinct from old.facts
            or new.content is distinct from old.content
            or new.read_document is distinct from old.read_document
            or new.read_sha256 is distinct from old.read_sha256) then
        raise exception 'contract % was sent to be signed', old.id;
    end if;
    if (new.operator_id, new.id, new.code, new.kind, new.person_id) is distinct from
            (old.operator_id, old.id, old.code, old.kind, old.person_id) then
        raise exception 'contract % keeps its parties', old.id;
    end if;
    return new;
end
$$;
