create schema knowledge;

create table knowledge.entry (
    tenant_id uuid not null,
    bot_id uuid not null,
    key text not null,
    question text not null,
    similar_questions text[] not null,
    keywords text[] not null,
    answer text not null,
    needs text[] not null,
    valid_from timestamptz,
    valid_to timestamptz,
    enabled boolean not null,
    version int not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint entry_pk primary key (tenant_id, bot_id, key)
);
select core.protect('knowledge.entry');

create table knowledge.lexicon (
    tenant_id uuid not null,
    bot_id uuid not null,
    synonyms jsonb not null,
    words text[] not null,
    version int not null,
    constraint lexicon_pk primary key (tenant_id, bot_id)
);
select core.protect('knowledge.lexicon');

create schema tone;

create table tone.profile (
    tenant_id uuid not null,
    bot_id uuid not null,
    profile jsonb not null,
    version int not null,
    constraint profile_pk primary key (tenant_id, bot_id)
);
select core.protect('tone.profile');
