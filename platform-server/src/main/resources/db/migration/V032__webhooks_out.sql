-- Whom a shop wants told of what happens, and what each was told.
create table connectors.hook (
    tenant_id uuid not null,
    hook_id uuid not null,
    url text not null,
    note text,
    -- kinds of events, as they are called in public
    events text[] not null,
    enabled boolean not null,
    version int not null,
    created_at timestamptz not null,
    -- since when no attempt has gone well; null while the last one did
    failing_since timestamptz,
    -- why the platform turned it off: FAILING or GONE; null if it did not
    ended_because text,
    ended_at timestamptz,
    constraint hook_pk primary key (tenant_id, hook_id)
);
select core.protect('connectors.hook');

-- Signs what an endpoint is told; sealed.
create table connectors.hook_secret (
    tenant_id uuid not null,
    hook_id uuid not null,
    secret_id uuid not null,
    sealed bytea not null,
    created_at timestamptz not null,
    -- null for the newest; an older one ends then
    valid_until timestamptz,
    constraint hook_secret_pk primary key (tenant_id, hook_id, secret_id)
);
alter table connectors.hook_secret add constraint hook_secret_hook_fk
    foreign key (tenant_id, hook_id) references connectors.hook (tenant_id, hook_id);
select core.protect('connectors.hook_secret');

-- What is to be told, and what came of it. Written in the transaction in which it happened; what was said stays where it was said.
create table connectors.hook_delivery (
    tenant_id uuid not null,
    event_id uuid not null,
    -- no foreign key: a shopper's turn must neither wait for nor fail with a change of an endpoint
    hook_id uuid not null,
    event text not null,
    conversation_id uuid not null,
    seq int,
    reason text,
    happened_at timestamptz not null,
    -- WAITING, DELIVERED or DEAD
    state text not null,
    -- counted before each is made
    attempts int not null,
    -- null once nothing more is to be done
    next_attempt_at timestamptz,
    -- of the last attempt: the answer's status, or what went wrong
    status int,
    fault text,
    -- each attempt that came to an end, the newest last
    tries jsonb not null,
    settled_at timestamptz,
    constraint hook_delivery_pk primary key (tenant_id, event_id, hook_id)
);
create index hook_delivery_due_ix on connectors.hook_delivery (tenant_id, hook_id, next_attempt_at)
    where next_attempt_at is not null;
create index hook_delivery_log_ix on connectors.hook_delivery (tenant_id, hook_id, event_id);
select core.protect('connectors.hook_delivery');
