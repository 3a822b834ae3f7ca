-- What reports count of a question, and what it said.
alter table insights.outcome
    -- its text named the entry at once, without being searched for by meaning
    add column instant boolean not null default false,
    -- what the shopper typed, in one spelling; null where the bot was not asked, it was not typed, is long, may tell who wrote it, or is
    -- forgotten, and for staff
    add column asked text;
update insights.outcome o set instant = true
    from conversations.receipt r
    where r.tenant_id = o.tenant_id and r.conversation_id = o.conversation_id and r.seq = o.reply_seq
        and r.receipt -> 'understanding' ->> 'path' like 'instant-%';

-- holds all that is counted of a time, so that a report reads no row of it
create index outcome_report_ix on insights.outcome (tenant_id, bot_id, at)
    include (conversation_id, seq, kind, handover, entry_key, helpful, asked_again, instant, micros, pilot, staff);
drop index insights.outcome_time_ix;
-- and what was typed, by whom
create index outcome_asked_ix on insights.outcome (tenant_id, bot_id, at)
    include (asked, shopper, entry_key)
    where asked is not null;

-- Frequent questions that were given to an entry, so that they are answered at once after the next release.
create table insights.instant_reply (
    tenant_id uuid not null,
    instant_reply_id uuid not null,
    bot_id uuid not null,
    -- the similar question that the entry was given
    question text not null,
    entry_key text not null,
    marked_by text not null,
    marked_at timestamptz not null,
    constraint instant_reply_pk primary key (tenant_id, instant_reply_id)
);
create unique index instant_reply_question_uq on insights.instant_reply (tenant_id, bot_id, question);
select core.protect('insights.instant_reply');

-- What a shop was told of a day: counts, and where the questions stand that it tells of, but not their words.
create table insights.digest (
    tenant_id uuid not null,
    -- of the shop's time zone
    day date not null,
    content jsonb not null,
    mailed boolean not null,
    made_at timestamptz not null,
    constraint digest_pk primary key (tenant_id, day)
);
select core.protect('insights.digest');

-- Whether a shop's owners are written to about each day; they are where there is no row.
create table insights.digest_setting (
    tenant_id uuid not null,
    mail boolean not null,
    constraint digest_setting_pk primary key (tenant_id)
);
select core.protect('insights.digest_setting');
