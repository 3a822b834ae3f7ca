create schema conversations;

create table conversations.conversation (
    tenant_id uuid not null,
    conversation_id uuid not null,
    bot_id uuid not null,
    -- customer:ID as the shop's systems name them, or visitor:ID as a browser names itself
    shopper text not null,
    mode text not null,
    last_seq int not null,
    page jsonb,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint conversation_pk primary key (tenant_id, conversation_id)
);
create index conversation_shopper_ix on conversations.conversation (tenant_id, bot_id, shopper, created_at);
select core.protect('conversations.conversation');

create table conversations.message (
    tenant_id uuid not null,
    conversation_id uuid not null,
    seq int not null,
    -- the sender's own id for a shopper's message, ours for a reply
    message_id text not null,
    author text not null,
    kind text not null,
    text text not null,
    entry_key text,
    confidence real,
    choices jsonb,
    links jsonb,
    in_reply_to text[] not null,
    created_at timestamptz not null,
    constraint message_pk primary key (tenant_id, conversation_id, seq)
);
alter table conversations.message add constraint message_conversation_fk
    foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, conversation_id);
-- the lock behind "the same id again: the same result, stored once"
create unique index message_sender_id_uq on conversations.message (tenant_id, conversation_id, author, message_id);
select core.protect('conversations.message');

-- Why a reply said what it said.
create table conversations.receipt (
    tenant_id uuid not null,
    conversation_id uuid not null,
    seq int not null,
    release int not null,
    receipt jsonb not null,
    created_at timestamptz not null,
    constraint receipt_pk primary key (tenant_id, conversation_id, seq)
);
select core.protect('conversations.receipt');
revoke update, delete on conversations.message from ${app};
