-- Files about a person are sealed under that person's key, so that a frozen file can be forgotten without being touched
-- (S-43). size and sha256 are those of the file as it was handed in; sealed_sha256 is that of the bytes stored here.
do $$
declare
    old text;
begin
    for old in select conname from pg_constraint
        where conrelid = 'documents.document'::regclass and contype = 'c'
          and pg_get_constraintdef(oid) ~ '(octet_length|sha256)\(content\)'
    loop
        execute format('alter table documents.document drop constraint %I', old);
    end loop;
end
$$;
alter table documents.document
    add column subject_id uuid,
    add column keeping text,
    add column sealed_sha256 bytea,
    add check (num_nulls(subject_id, keeping, sealed_sha256) in (0, 3)),
    add check (subject_id is not null or size = octet_length(content) and sha256 = sha256(content)),
    add check (subject_id is null or sealed_sha256 = sha256(content));
create index document_by_subject on documents.document (operator_id, subject_id, keeping)
    where subject_id is not null;
