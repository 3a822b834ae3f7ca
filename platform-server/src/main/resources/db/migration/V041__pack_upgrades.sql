-- What a bot has from its pack: what it began with, and each newer version that was taken since. The newest that was not taken back is what
-- the next one is compared with. Bots from before have no row; they began with their first release.
create table onboarding.applied_pack (
    tenant_id uuid not null,
    bot_id uuid not null,
    -- 1 is what it began with
    number int not null,
    template text not null,
    locale text not null,
    version int not null,
    -- the pack's words as they were
    content jsonb not null,
    -- what taking it changed, so that it can be taken back; null for what it began with
    changes jsonb,
    actor text not null,
    applied_at timestamptz not null,
    undone_at timestamptz,
    constraint applied_pack_pk primary key (tenant_id, bot_id, number)
);
select core.protect('onboarding.applied_pack');

-- That a shop's shoppers say a short thing which its bot does not understand. What it is stands nowhere here: both digests can be made with the
-- installation's key only, one of the thing and one of the shop.
create table platform.phrase (
    vertical text not null,
    locale text not null,
    phrase bytea not null,
    shop bytea not null,
    seen_on date not null,
    constraint phrase_pk primary key (vertical, locale, phrase, shop)
);
create index phrase_shop_ix on platform.phrase (shop);
create index phrase_age_ix on platform.phrase (seen_on);

-- What enough shops of a trade are asked in the same words, for the trade's pack. Which shops they are is not known.
create table platform.phrase_proposal (
    proposal_id uuid primary key,
    vertical text not null,
    locale text not null,
    text text not null,
    shops int not null,
    state text not null check (state in ('OPEN', 'TAKEN', 'DISMISSED')),
    first_on date not null,
    last_on date not null,
    decided_by text,
    decided_at timestamptz,
    constraint phrase_proposal_text_uq unique (vertical, locale, text)
);
-- the digests stay with the application
grant select on platform.phrase_proposal to ${operator};
