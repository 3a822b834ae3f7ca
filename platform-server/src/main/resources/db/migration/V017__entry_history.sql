-- Every version an entry ever had, in full, written with the change itself. The application may add and read, never change.
create table knowledge.entry_version (
    tenant_id uuid not null,
    bot_id uuid not null,
    key text not null,
    version int not null,
    -- created, changed, deleted (with what it was then) or restored
    change text not null,
    question text not null,
    similar_questions text[] not null,
    keywords text[] not null,
    answer text not null,
    needs text[] not null,
    valid_from timestamptz,
    valid_to timestamptz,
    enabled boolean not null,
    actor_kind text not null,
    actor text not null,
    at timestamptz not null,
    constraint entry_version_pk primary key (tenant_id, bot_id, key, version)
);
select core.protect('knowledge.entry_version');
revoke update, delete on knowledge.entry_version from ${app};

-- entries from before their history was kept begin it as they are now
insert into knowledge.entry_version (
    tenant_id, bot_id, key, version, change, question, similar_questions, keywords, answer, needs,
    valid_from, valid_to, enabled, actor_kind, actor, at)
select
    tenant_id, bot_id, key, version, 'CREATED', question, similar_questions, keywords, answer, needs,
    valid_from, valid_to, enabled, 'PLATFORM', 'xiaoer', updated_at
from knowledge.entry;
