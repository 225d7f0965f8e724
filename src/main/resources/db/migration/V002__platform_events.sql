-- An event is written in the transaction that caused it, and handed out again after a crash (reliability.md §3.9).
-- The table is that of Spring Modulith, version 2; its content is technical and belongs to no operator.

create table platform.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index on platform.event_publication using hash (serialized_event);
create index on platform.event_publication (completion_date);
grant select, insert, update, delete on platform.event_publication to ${app};
