-- Which message a receipt is about, and who met what when it was given; null in receipts from before.
alter table conversations.receipt
    -- the number of the shopper's message; of the hand-over itself where the button asked for it
    add column question int,
    add column staff boolean,
    -- the pilot whose member the shopper was
    add column pilot int;

-- The pilot whose member the shopper was in whose browser it happened; null for everybody else.
alter table conversations.beacon add column pilot int;

create schema insights;

-- What became of a question: one row each, and one for a turn that failed. Shares are counted from these rows, and kept nowhere.
create table insights.outcome (
    tenant_id uuid not null,
    conversation_id uuid not null,
    -- the number of the shopper's message, or of the hand-over that the button asked for. Of a turn that failed nothing was kept: minus the
    -- number that its message would have had
    seq int not null,
    -- the number of the reply; null where there is none
    reply_seq int,
    bot_id uuid not null,
    -- null once the shopper is forgotten: nothing in the row is anybody's then
    shopper text,
    -- the pilot whose member the shopper was then
    pilot int,
    staff boolean not null,
    -- null where no release was asked
    release int,
    kind text not null,
    -- why the shopper was handed over with it; null if not
    handover text,
    entry_key text,
    -- what the answer needed and could not have, as need:state
    missing text,
    choice_taken boolean not null,
    -- what the shopper thought of the reply
    helpful boolean,
    -- the shopper soon asked the same in other words
    asked_again boolean not null,
    micros int,
    page_kind text,
    at timestamptz not null,
    constraint outcome_pk primary key (tenant_id, conversation_id, seq)
);
create index outcome_time_ix on insights.outcome (tenant_id, bot_id, at);
create index outcome_pilot_ix on insights.outcome (tenant_id, bot_id, pilot, at) where pilot is not null;
create index outcome_release_ix on insights.outcome (tenant_id, bot_id, release, at);
create index outcome_shopper_ix on insights.outcome (tenant_id, shopper, at) where shopper is not null;
select core.protect('insights.outcome');

-- How far receipts were looked through for what no node has recorded.
create table insights.progress (
    tenant_id uuid not null,
    read_to timestamptz not null,
    constraint progress_pk primary key (tenant_id)
);
select core.protect('insights.progress');
