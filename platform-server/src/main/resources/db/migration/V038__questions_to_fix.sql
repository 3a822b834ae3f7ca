-- What failed, for whoever looks for it: few of many.
create index outcome_failed_ix on insights.outcome (tenant_id, bot_id, at)
    where not staff
        and (kind in ('unknown', 'declined') or handover = 'data-missing' or helpful is false or asked_again);

-- Questions that a bot fails, each once however it is worded. How often and whom they fail is counted from the outcomes.
create table insights.cluster (
    tenant_id uuid not null,
    cluster_id uuid not null,
    bot_id uuid not null,
    -- why: not-understood, data-missing or wrong
    cause text not null,
    -- what the answer needed and could not have, as need:state; null unless data is missing
    missing text,
    -- the most typical wording, without what may tell who asked
    question text not null,
    state text not null,
    -- names the model of the middle
    model text not null,
    -- the sum of its wordings' vectors, as 4-byte floats
    middle bytea not null,
    wordings int not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    -- what was done about it; null if nothing yet
    mended_as text,
    mended_key text,
    mended_texts text[],
    mended_by text,
    mended_at timestamptz,
    -- the first release that went live with it, and since when it is known to be
    release int,
    live_at timestamptz,
    -- of its wordings, those that the live release answers, of all that were asked
    answered int not null default 0,
    asked int not null default 0,
    constraint cluster_pk primary key (tenant_id, cluster_id)
);
create index cluster_bot_ix on insights.cluster (tenant_id, bot_id, state);
select core.protect('insights.cluster');

-- Questions that failed and were looked at.
create table insights.clustered (
    tenant_id uuid not null,
    conversation_id uuid not null,
    seq int not null,
    bot_id uuid not null,
    -- null where there was nothing to go by: a picture, marks alone
    cluster_id uuid,
    -- what the shopper wrote, without what may tell who they are; null once forgotten
    text text,
    -- the same without greetings, marks and particles: the same words have the same
    wording text,
    constraint clustered_pk primary key (tenant_id, conversation_id, seq)
);
create index clustered_cluster_ix on insights.clustered (tenant_id, cluster_id) where cluster_id is not null;
create index clustered_wording_ix on insights.clustered (tenant_id, bot_id, wording) where cluster_id is not null;
select core.protect('insights.clustered');

-- How far a bot's questions are sorted.
create table insights.sorting (
    tenant_id uuid not null,
    bot_id uuid not null,
    -- moves with each change of the sorting: whoever computed on an older one begins again
    version int not null,
    -- the live release whose answers to mended questions are known; null if of none
    judged_release int,
    constraint sorting_pk primary key (tenant_id, bot_id)
);
select core.protect('insights.sorting');
