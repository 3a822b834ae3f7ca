-- Lists of ten thousand entries: sorted and matched by question without reading them all.
create index entry_question_ix on knowledge.entry (tenant_id, bot_id, question, key);
create index entry_updated_ix on knowledge.entry (tenant_id, bot_id, updated_at desc, key);

-- All that a search looks at, in lower case, one part a line: one comparison of bytes instead of four that fold case.
alter table knowledge.entry add column search_text text;
update knowledge.entry set search_text = lower(
    question || E'\n' || array_to_string(similar_questions, E'\n') || E'\n' || array_to_string(keywords, E'\n') || E'\n' || answer);
alter table knowledge.entry alter column search_text set not null;

-- which import made a version; null for a change by hand
alter table knowledge.entry_version add column import_id uuid;

-- A file of entries: checked, confirmed, then applied batch by batch; each batch moves the mark in its own transaction.
create table knowledge.entry_import (
    tenant_id uuid not null,
    import_id uuid not null,
    bot_id uuid not null,
    file_name text not null,
    -- ready, running, done, cancelled or failed
    state text not null,
    actor_kind text not null,
    actor text not null,
    ignored_columns text[] not null,
    total int not null,
    -- what the check foresaw
    to_create int not null,
    to_update int not null,
    -- what came of it
    created int not null,
    updated int not null,
    unchanged int not null,
    rejected int not null,
    -- rows up to here are dealt with
    mark int not null,
    failures int not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    finished_at timestamptz,
    constraint entry_import_pk primary key (tenant_id, import_id)
);
create index entry_import_bot_ix on knowledge.entry_import (tenant_id, bot_id, import_id);
create unique index entry_import_running_ix on knowledge.entry_import (tenant_id, bot_id) where state = 'RUNNING';
select core.protect('knowledge.entry_import');

create table knowledge.entry_import_row (
    tenant_id uuid not null,
    import_id uuid not null,
    row_number int not null,
    -- as they stand in the file, in a fixed order; null where the file has no such column
    cells text[] not null,
    -- create, update, unchanged or rejected
    outcome text not null,
    problem jsonb,
    constraint entry_import_row_pk primary key (tenant_id, import_id, row_number)
);
alter table knowledge.entry_import_row add constraint entry_import_row_import_fk
    foreign key (tenant_id, import_id) references knowledge.entry_import (tenant_id, import_id) on delete cascade;
create index entry_import_row_outcome_ix on knowledge.entry_import_row (tenant_id, import_id, outcome, row_number);
select core.protect('knowledge.entry_import_row');

-- What the questions of an entry mean, one vector each, as of a version of the entry.
create table knowledge.entry_meaning (
    tenant_id uuid not null,
    bot_id uuid not null,
    key text not null,
    version int not null,
    model text not null,
    texts text[] not null,
    vectors bytea not null,
    -- whether its twins are known
    compared boolean not null,
    constraint entry_meaning_pk primary key (tenant_id, bot_id, key)
);
select core.protect('knowledge.entry_meaning');

-- Two entries that ask nearly the same; key_a sorts before key_b.
create table knowledge.entry_twin (
    tenant_id uuid not null,
    bot_id uuid not null,
    key_a text not null,
    key_b text not null,
    text_a text not null,
    text_b text not null,
    similarity real not null,
    constraint entry_twin_pk primary key (tenant_id, bot_id, key_a, key_b)
);
create index entry_twin_b_ix on knowledge.entry_twin (tenant_id, bot_id, key_b);
select core.protect('knowledge.entry_twin');

-- Pairs that a person said are two different questions.
create table knowledge.entry_twin_dismissed (
    tenant_id uuid not null,
    bot_id uuid not null,
    key_a text not null,
    key_b text not null,
    actor text not null,
    at timestamptz not null,
    constraint entry_twin_dismissed_pk primary key (tenant_id, bot_id, key_a, key_b)
);
select core.protect('knowledge.entry_twin_dismissed');
