-- Two people may open the same client at once. Who saves says which revision they saw, so that the second is shown what
-- the first one did instead of undoing it.
alter table clients.client add column revision int not null default 1 check (revision > 0);
