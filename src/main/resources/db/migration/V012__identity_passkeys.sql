-- Passkeys: the public half of a key that stays on the person's device. Like the other tables of the sign-in, the
-- application role has no right on them and goes through the functions.

create table identity.passkey (
    passkey_id uuid primary key,
    credential_id bytea not null unique check (length(credential_id) <= 1023),
    user_id uuid not null references identity.app_user on delete cascade,
    credential bytea not null,
    backup_eligible boolean not null,
    sign_count bigint not null,
    label text not null check (length(label) <= 100),
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index on identity.passkey (user_id);

-- A challenge serves once; it is kept, as a hash, until it would be too old anyway.
create table identity.used_challenge (
    hash bytea primary key,
    until timestamptz not null
);
create index on identity.used_challenge (until);

create function identity.add_passkey(
        id uuid, key_id bytea, owner uuid, key bytea, eligible boolean, uses bigint, called text, at timestamptz)
    returns setof uuid
    language sql security definer set search_path = ''
    begin atomic
        insert into identity.passkey
            (passkey_id, credential_id, user_id, credential, backup_eligible, sign_count, label, created_at)
            values (id, key_id, owner, key, eligible, uses, called, at)
            on conflict (credential_id) do nothing returning passkey_id;
    end;

create function identity.passkeys_of(owner uuid) returns setof identity.passkey
    language sql stable security definer set search_path = ''
    begin atomic
        select * from identity.passkey p where p.user_id = owner order by p.created_at;
    end;

create function identity.passkey_by_credential(key_id bytea) returns setof identity.passkey
    language sql stable security definer set search_path = ''
    begin atomic
        select * from identity.passkey p where p.credential_id = key_id;
    end;

-- The counter only rises; of two uses with the same count one is a copy. Devices without a counter stay at zero.
create function identity.use_passkey(id uuid, uses bigint, at timestamptz) returns setof uuid
    language sql security definer set search_path = ''
    begin atomic
        update identity.passkey p set sign_count = uses, last_used_at = at
            where p.passkey_id = id and (p.sign_count < uses or (p.sign_count = 0 and uses = 0))
            returning p.passkey_id;
    end;

create function identity.remove_passkey(owner uuid, id uuid) returns setof uuid
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.passkey p where p.user_id = owner and p.passkey_id = id returning p.passkey_id;
    end;

create function identity.use_challenge(wanted bytea, at timestamptz, keep_until timestamptz) returns setof bytea
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.used_challenge c where c.until < at;
        insert into identity.used_challenge (hash, until) values (wanted, keep_until)
            on conflict do nothing returning hash;
    end;

revoke execute on all functions in schema identity from public;
grant execute on all functions in schema identity to ${app};
