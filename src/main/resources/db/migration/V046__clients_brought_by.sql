-- Who brought a client in: a freelancer sees the clients of their own missions and those they brought, never a
-- colleague's. The desk sees all. Clients known before have no such name and are seen through their missions.
alter table clients.client add column brought_by text not null default '';
create index on clients.client (operator_id, brought_by) where brought_by <> '';
