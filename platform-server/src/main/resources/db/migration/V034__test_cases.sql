-- What a bot is held to, and what came of asking it.
create schema rehearsal;

create table rehearsal.test_case (
    tenant_id uuid not null,
    case_id uuid not null,
    bot_id uuid not null,
    -- empty for none
    group_name text not null,
    question text not null,
    -- what was said before, oldest first
    history text[] not null,
    -- whether that was a while before, and not in pieces of one message
    apart boolean not null,
    -- the customer who asks; null for a stranger
    shopper_id text,
    page jsonb,
    -- null for whenever the case is run
    asked_at timestamptz,
    entry_key text,
    also_accept text[] not null,
    kind text,
    contains text[] not null,
    lacks text[] not null,
    -- whether publishing waits for it
    required boolean not null,
    -- PERSON, PACK, FILE or CONVERSATION
    origin text not null,
    version int not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint test_case_pk primary key (tenant_id, case_id)
);
create index test_case_bot_ix on rehearsal.test_case (tenant_id, bot_id, case_id);
create index test_case_shopper_ix on rehearsal.test_case (tenant_id, shopper_id) where shopper_id is not null;
select core.protect('rehearsal.test_case');

-- A bot's cases on their way through a release, or through the draft.
create table rehearsal.run (
    tenant_id uuid not null,
    run_id uuid not null,
    bot_id uuid not null,
    -- null for the draft
    release int,
    -- the live release that was asked too; null if the run's own was the live one
    live_release int,
    -- WAITING, RUNNING, DONE or FAILED
    state text not null,
    -- PERSON or PUBLISHED
    cause text not null,
    actor_kind text not null,
    actor text not null,
    total int not null,
    done int not null,
    passed int not null,
    newly_fixed int not null,
    newly_broken int not null,
    -- how often it was taken up
    attempts int not null,
    -- why it failed
    problem text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    finished_at timestamptz,
    constraint run_pk primary key (tenant_id, run_id)
);
create index run_bot_ix on rehearsal.run (tenant_id, bot_id, run_id);
create unique index run_running_ix on rehearsal.run (tenant_id, bot_id) where state = 'RUNNING';
select core.protect('rehearsal.run');

create table rehearsal.run_case (
    tenant_id uuid not null,
    run_id uuid not null,
    position int not null,
    case_id uuid not null,
    case_version int not null,
    shopper_id text,
    -- the case as it was when the run began
    tested jsonb not null,
    -- null until it was asked
    passed boolean,
    -- null where the live release was not asked
    live_passed boolean,
    kind text,
    entry_key text,
    said text,
    mismatches jsonb,
    constraint run_case_pk primary key (tenant_id, run_id, position)
);
alter table rehearsal.run_case add constraint run_case_run_fk
    foreign key (tenant_id, run_id) references rehearsal.run (tenant_id, run_id) on delete cascade;
create index run_case_case_ix on rehearsal.run_case (tenant_id, run_id, case_id);
create index run_case_shopper_ix on rehearsal.run_case (tenant_id, shopper_id) where shopper_id is not null;
select core.protect('rehearsal.run_case');
