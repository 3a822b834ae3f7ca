-- With what a shop signs who its shopper is; sealed, since a signature can only be checked with the secret itself.
create table bots.widget_secret (
    tenant_id uuid not null,
    bot_id uuid not null,
    secret_id uuid not null,
    sealed bytea not null,
    created_at timestamptz not null,
    -- null for the newest; an older one ends then
    valid_until timestamptz,
    constraint widget_secret_pk primary key (tenant_id, bot_id, secret_id)
);
alter table bots.widget_secret add constraint widget_secret_bot_fk
    foreign key (tenant_id, bot_id) references bots.bot (tenant_id, bot_id);
select core.protect('bots.widget_secret');

-- What the shop says of the shopper when the conversation begins.
alter table conversations.conversation
    add column shopper_name text,
    add column shopper_registered_at timestamptz;
