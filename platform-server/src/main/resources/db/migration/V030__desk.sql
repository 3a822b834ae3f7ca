-- A person takes over. What a turn must know of it is on the conversation, so that a normal turn asks nothing more.
alter table conversations.conversation
    -- who has it, as colleagues and shoppers know them
    add column agent_id uuid,
    add column agent_name text,
    add column handover_reason text,
    -- since when it waits for a person; kept while one has it
    add column waiting_since timestamptz,
    -- given back by somebody: before all others in line
    add column waiting_first boolean not null default false,
    add column closed_at timestamptz,
    -- what the last reply refused
    add column refused text,
    -- when anything changed that the desk shows; null as long as nobody was asked for
    add column desk_at timestamptz;
create index conversation_desk_ix on conversations.conversation (tenant_id, mode, waiting_first, waiting_since)
    where mode in ('WAITING', 'PERSON');
create index conversation_desk_change_ix on conversations.conversation (tenant_id, desk_at) where desk_at is not null;

-- What a mode change says beside the mode, why a reply hands over, and who of the shop speaks.
alter table conversations.message add column details jsonb;

create table conversations.note (
    tenant_id uuid not null,
    note_id uuid not null,
    conversation_id uuid not null,
    author text not null,
    text text not null,
    created_at timestamptz not null,
    constraint note_pk primary key (tenant_id, note_id)
);
alter table conversations.note add constraint note_conversation_fk
    foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, conversation_id);
create index note_conversation_ix on conversations.note (tenant_id, conversation_id, note_id);
select core.protect('conversations.note');

create table conversations.tag (
    tenant_id uuid not null,
    tag text not null,
    conversation_id uuid not null,
    created_at timestamptz not null,
    constraint tag_pk primary key (tenant_id, tag, conversation_id)
);
alter table conversations.tag add constraint tag_conversation_fk
    foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, conversation_id);
create index tag_conversation_ix on conversations.tag (tenant_id, conversation_id);
select core.protect('conversations.tag');

-- Whether a reply helped; seq names it.
create table conversations.feedback (
    tenant_id uuid not null,
    conversation_id uuid not null,
    seq int not null,
    helpful boolean not null,
    comment text,
    updated_at timestamptz not null,
    constraint feedback_pk primary key (tenant_id, conversation_id, seq)
);
alter table conversations.feedback add constraint feedback_conversation_fk
    foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, conversation_id);
select core.protect('conversations.feedback');

-- How content a shopper was. The score outlives the conversation, for counting; the words do not.
create table conversations.rating (
    tenant_id uuid not null,
    conversation_id uuid not null,
    bot_id uuid not null,
    -- the member who had the conversation last; null if nobody had
    agent_id uuid,
    score smallint not null,
    comment text,
    updated_at timestamptz not null,
    constraint rating_pk primary key (tenant_id, conversation_id)
);
create index rating_time_ix on conversations.rating (tenant_id, updated_at);
select core.protect('conversations.rating');

-- Who is at the desk, and who looks at which conversation. Old rows mean nobody.
create table conversations.presence (
    tenant_id uuid not null,
    member_id uuid not null,
    name text not null,
    seen_at timestamptz not null,
    constraint presence_pk primary key (tenant_id, member_id)
);
select core.protect('conversations.presence');

create table conversations.look (
    tenant_id uuid not null,
    conversation_id uuid not null,
    member_id uuid not null,
    name text not null,
    seen_at timestamptz not null,
    constraint look_pk primary key (tenant_id, conversation_id, member_id)
);
alter table conversations.look add constraint look_conversation_fk
    foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, conversation_id);
create index look_time_ix on conversations.look (tenant_id, seen_at);
select core.protect('conversations.look');

-- Who is writing at the moment: SHOPPER or PERSON.
create table conversations.typing (
    tenant_id uuid not null,
    conversation_id uuid not null,
    author text not null,
    at timestamptz not null,
    constraint typing_pk primary key (tenant_id, conversation_id, author)
);
alter table conversations.typing add constraint typing_conversation_fk
    foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, conversation_id);
select core.protect('conversations.typing');

create table conversations.canned_reply (
    tenant_id uuid not null,
    reply_id uuid not null,
    title text not null,
    shortcut text not null,
    text text not null,
    version int not null,
    constraint canned_reply_pk primary key (tenant_id, reply_id),
    constraint canned_reply_shortcut_uq unique (tenant_id, shortcut)
);
select core.protect('conversations.canned_reply');

-- When people are there, and what brings a shopper to them. Live; a shop without a row has people there always.
create table conversations.desk_settings (
    tenant_id uuid not null,
    hours jsonb not null,
    away_text text,
    keywords text[] not null,
    -- whether the bot hands over by its own judgement, too
    automatic boolean not null,
    -- after how long without a word a conversation is closed: one that a person has, and one that waits
    person_idle_minutes int not null,
    waiting_idle_minutes int not null,
    version int not null,
    constraint desk_settings_pk primary key (tenant_id)
);
select core.protect('conversations.desk_settings');

-- Why a message led to a person; null for most. A message that a person answers has a row of the kind "person" under its own number.
alter table conversations.receipt add column handover text;
