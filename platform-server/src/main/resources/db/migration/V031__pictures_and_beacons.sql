-- How the widget looks, for bots whose theme was written before it could be chosen.
update bots.bot set theme = '{"radius": "soft", "position": "right", "launcher": "bubble", "scheme": "auto"}'::jsonb || theme;

-- Pictures that shoppers send; the bytes are in the image store.
create table conversations.image (
    tenant_id uuid not null,
    image_id uuid not null,
    -- null once it is forgotten and only its file is left to be removed
    conversation_id uuid,
    -- false until its file is written
    stored boolean not null,
    content_type text not null,
    bytes int not null,
    width int not null,
    height int not null,
    -- of what was uploaded, so that the same upload again is known
    sha256 bytea not null,
    -- the message it was sent with; null until then
    message_seq int,
    created_at timestamptz not null,
    constraint image_pk primary key (tenant_id, image_id)
);
alter table conversations.image add constraint image_conversation_fk
    foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, conversation_id);
create index image_conversation_ix on conversations.image (tenant_id, conversation_id);
create index image_unsent_ix on conversations.image (tenant_id, created_at) where message_seq is null;
select core.protect('conversations.image');

-- The pictures sent with a message: id and size, as readers get them.
alter table conversations.message add column images jsonb;

-- What widgets tell of themselves: errors, and replies that were slow as the shopper felt it. Nothing in them is anybody's.
create table conversations.beacon (
    tenant_id uuid not null,
    beacon_id uuid not null,
    bot_id uuid not null,
    kind text not null,
    browser text not null,
    version text not null,
    page_kind text,
    millis int,
    message text,
    stack text,
    -- the same for the same error, wherever in the file it stands
    likeness text,
    created_at timestamptz not null,
    constraint beacon_pk primary key (tenant_id, beacon_id)
);
create index beacon_bot_ix on conversations.beacon (tenant_id, bot_id, created_at);
select core.protect('conversations.beacon');
