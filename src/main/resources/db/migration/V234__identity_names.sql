-- Somebody who came in by an address alone is called by their name once it is known.
create function identity.rename_user(wanted uuid, called text) returns void
    language sql security definer set search_path = ''
    begin atomic
        update identity.app_user u set name = called where u.user_id = wanted;
    end;
revoke execute on function identity.rename_user(uuid, text) from public;
grant execute on function identity.rename_user(uuid, text) to ${app};
