-- How a shop's own systems are connected.
create schema connectors;

create table connectors.api (
    tenant_id uuid not null,
    -- names the shop in the address of its webhooks
    endpoint text not null,
    lookup_url text,
    enabled boolean not null,
    version int not null,
    updated_at timestamptz not null,
    constraint api_pk primary key (tenant_id)
);
select core.protect('connectors.api');

-- Signs look-ups and webhooks; sealed.
create table connectors.secret (
    tenant_id uuid not null,
    secret_id uuid not null,
    sealed bytea not null,
    created_at timestamptz not null,
    -- null for the newest; an older one ends then
    valid_until timestamptz,
    constraint secret_pk primary key (tenant_id, secret_id)
);
alter table connectors.secret add constraint secret_api_fk foreign key (tenant_id) references connectors.api (tenant_id);
select core.protect('connectors.secret');

-- Webhooks that came in: each is stored once, by its sender's id, before it is acknowledged, and applied afterwards.
create table connectors.delivery (
    tenant_id uuid not null,
    webhook_id text not null,
    received_at timestamptz not null,
    -- what came, until it is applied or rejected
    sealed bytea,
    -- WAITING, APPLIED, REJECTED or DEAD
    state text not null,
    -- counted before each is made
    attempts int not null,
    -- null once nothing more is to be done
    next_attempt_at timestamptz,
    stored int,
    stale int,
    rejected int,
    reason text,
    settled_at timestamptz,
    constraint delivery_pk primary key (tenant_id, webhook_id)
);
create index delivery_due_ix on connectors.delivery (tenant_id, next_attempt_at) where next_attempt_at is not null;
create index delivery_received_ix on connectors.delivery (tenant_id, received_at);
select core.protect('connectors.delivery');

-- What came each way, by the hour.
create table connectors.traffic (
    tenant_id uuid not null,
    way text not null,
    begins_at timestamptz not null,
    events int not null,
    failures int not null,
    constraint traffic_pk primary key (tenant_id, way, begins_at)
);
select core.protect('connectors.traffic');

create table connectors.standing (
    tenant_id uuid not null,
    way text not null,
    last_success_at timestamptz,
    -- of all records that came this way, when the one changed last that changed last
    newest_updated_at timestamptz,
    constraint standing_pk primary key (tenant_id, way)
);
select core.protect('connectors.standing');

create table connectors.fault (
    tenant_id uuid not null,
    way text not null,
    code text not null,
    detail text,
    times int not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    constraint fault_pk primary key (tenant_id, way, code)
);
select core.protect('connectors.fault');

create table directory.webhook_endpoint (
    endpoint text primary key,
    tenant_id uuid not null references directory.shop
);
revoke all on directory.webhook_endpoint from ${app};
grant select on directory.webhook_endpoint to ${operator};

create function directory.register_webhook_endpoint(name text, tenant uuid) returns void
    language sql security definer set search_path = pg_catalog
as $$ insert into directory.webhook_endpoint (endpoint, tenant_id) values (name, tenant) $$;

create function directory.find_webhook_endpoint(name text) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$ select e.tenant_id from directory.webhook_endpoint e where e.endpoint = name $$;

grant execute on function directory.register_webhook_endpoint(text, uuid) to ${app};
grant execute on function directory.find_webhook_endpoint(text) to ${app};
