create schema bots;

create table bots.bot (
    tenant_id uuid not null,
    bot_id uuid not null,
    name text not null,
    widget_key text not null,
    placement jsonb not null,
    theme jsonb not null,
    allowed_origins text[] not null,
    fallback jsonb not null,
    version int not null,
    created_at timestamptz not null,
    constraint bot_pk primary key (tenant_id, bot_id)
);
select core.protect('bots.bot');
