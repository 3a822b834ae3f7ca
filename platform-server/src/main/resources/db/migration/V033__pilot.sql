-- A bot's pilot: a release tried on a cohort of new shoppers.
alter table rollout.state
    -- another release than the live one that the pilot's members meet
    add column candidate int,
    -- whether everyone else stays on the live release while the pilot runs
    add column rest_served boolean not null default false,
    -- since when the piloted release meets whom it meets
    add column piloted_since timestamptz,
    -- the newest pilot; 0 for none yet
    add column pilot int not null default 0,
    add column pilot_size int not null default 150,
    add column sample_rate double precision not null default 0.5,
    add column new_within_days int not null default 30,
    add column targets jsonb;
update rollout.state set piloted_since = updated_at;
alter table rollout.state alter column piloted_since set not null;

-- The row is what shoppers who come at once wait for: it counts who is in.
create table rollout.pilot (
    tenant_id uuid not null,
    bot_id uuid not null,
    pilot int not null,
    -- so that no shop's sample, and no pilot's, is another's
    salt text not null,
    enrolled int not null,
    started_at timestamptz not null,
    constraint pilot_pk primary key (tenant_id, bot_id, pilot)
);
select core.protect('rollout.pilot');

-- On which side of a pilot a shopper is; decided once.
create table rollout.side (
    tenant_id uuid not null,
    bot_id uuid not null,
    shopper text not null,
    pilot int not null,
    member boolean not null,
    decided_at timestamptz not null,
    constraint side_pk primary key (tenant_id, bot_id, shopper, pilot)
);
create index side_member_ix on rollout.side (tenant_id, bot_id, pilot, decided_at, shopper) where member;
select core.protect('rollout.side');

alter table rollout.change
    add column kind text not null default 'MOVED',
    add column candidate int,
    -- the gates at that moment
    add column numbers jsonb,
    -- what made it halt; null for what people did
    add column alarm jsonb;
create index change_time_ix on rollout.change (tenant_id, bot_id, changed_at);
