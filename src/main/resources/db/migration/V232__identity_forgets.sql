-- A sign-in that nobody needs any more: name, address, password, factors and sessions go; the row stays, since the trail
-- names its number (S-43).
create function identity.forget_user(wanted uuid) returns void
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.web_session s where s.user_id = wanted;
        delete from identity.passkey k where k.user_id = wanted;
        delete from identity.recovery_code c where c.user_id = wanted;
        delete from identity.totp t where t.user_id = wanted;
        delete from identity.reset r where r.user_id = wanted;
        update identity.app_user u set enabled = false, password_hash = null, name = '—',
            email = 'oublie-' || u.user_id || '@example.invalid'
            where u.user_id = wanted;
    end;
revoke execute on function identity.forget_user(uuid) from public;
grant execute on function identity.forget_user(uuid) to ${app};
