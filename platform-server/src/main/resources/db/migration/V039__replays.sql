-- The real questions of some days on their way through a release, or through the draft.
create table rehearsal.replay (
    tenant_id uuid not null,
    replay_id uuid not null,
    bot_id uuid not null,
    -- null for the draft
    release int,
    days int not null,
    -- WAITING, RUNNING, DONE or FAILED
    state text not null,
    actor_kind text not null,
    actor text not null,
    total int not null,
    done int not null,
    newly_answered int not null,
    changed int not null,
    lost int not null,
    same int not null,
    -- of those done: compared by their entry alone
    facts_missing int not null,
    -- the last conversation whose questions were asked; null before the first
    reached uuid,
    -- how often it was taken up
    attempts int not null,
    -- why it failed
    problem text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    finished_at timestamptz,
    constraint replay_pk primary key (tenant_id, replay_id)
);
create index replay_bot_ix on rehearsal.replay (tenant_id, bot_id, replay_id);
create unique index replay_running_ix on rehearsal.replay (tenant_id, bot_id) where state = 'RUNNING';
select core.protect('rehearsal.replay');

-- Questions to which something else is said; of each group no more than can be read. Without what may tell who asked.
create table rehearsal.difference (
    tenant_id uuid not null,
    replay_id uuid not null,
    conversation_id uuid not null,
    -- of the shopper's message
    seq int not null,
    -- NEWLY_ANSWERED, CHANGED or LOST
    kind text not null,
    -- whose question it is, so that it goes with them
    shopper text not null,
    asked_at timestamptz not null,
    asked text not null,
    said_before jsonb not null,
    said_after jsonb not null,
    constraint difference_pk primary key (tenant_id, replay_id, conversation_id, seq)
);
alter table rehearsal.difference add constraint difference_replay_fk
    foreign key (tenant_id, replay_id) references rehearsal.replay (tenant_id, replay_id) on delete cascade;
create index difference_kind_ix on rehearsal.difference (tenant_id, replay_id, kind, conversation_id, seq);
create index difference_shopper_ix on rehearsal.difference (tenant_id, shopper);
create index difference_age_ix on rehearsal.difference (tenant_id, asked_at);
select core.protect('rehearsal.difference');
