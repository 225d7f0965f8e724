-- Files that must never change (IN-40: ten years, integrity): kept in the database, so that a document and what it
-- proves commit together, under the hash of their content.
create schema documents;
grant usage on schema documents to ${app};

create table documents.document (
    operator_id uuid        not null,
    id          uuid        not null,
    kind        text        not null check (kind ~ '^[a-z][a-z_-]{1,39}$'),
    file_name   text        not null check (file_name <> '' and file_name !~ '[/\\[:cntrl:]]'),
    media_type  text        not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
    size        integer     not null check (size = octet_length(content)),
    sha256      bytea       not null check (sha256 = sha256(content)),
    content     bytea       not null,
    stored_at   timestamptz not null,
    stored_by   text        not null,
    primary key (operator_id, id)
);
-- PDF and images are compressed already
alter table documents.document alter column content set storage external;
create index document_by_kind on documents.document (operator_id, kind, stored_at);
select platform.guard_tenant('documents.document');
select platform.freeze('documents.document');
