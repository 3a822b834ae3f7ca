-- What must be found before a tenant is known, and what must be unique across shops.
-- The application never reads these tables: exact-key functions do.
create schema directory;
grant usage on schema directory to ${operator};

create table directory.shop (
    tenant_id uuid primary key,
    created_at timestamptz not null
);
create table directory.login (
    email text primary key check (email = lower(email)),
    tenant_id uuid not null references directory.shop,
    member_id uuid not null
);
create table directory.api_client (
    client_id text primary key,
    tenant_id uuid not null references directory.shop
);
create table directory.widget_key (
    widget_key text primary key,
    tenant_id uuid not null references directory.shop,
    bot_id uuid not null
);
revoke all on all tables in schema directory from ${app};
grant select on all tables in schema directory to ${operator};

create function directory.register_shop(tenant uuid, at timestamptz) returns void
    language sql security definer set search_path = pg_catalog
as $$ insert into directory.shop (tenant_id, created_at) values (tenant, at) $$;

create function directory.register_login(address text, tenant uuid, member uuid) returns void
    language sql security definer set search_path = pg_catalog
as $$ insert into directory.login (email, tenant_id, member_id) values (address, tenant, member) $$;

create function directory.register_api_client(client text, tenant uuid) returns void
    language sql security definer set search_path = pg_catalog
as $$ insert into directory.api_client (client_id, tenant_id) values (client, tenant) $$;

create function directory.register_widget_key(key text, tenant uuid, bot uuid) returns void
    language sql security definer set search_path = pg_catalog
as $$ insert into directory.widget_key (widget_key, tenant_id, bot_id) values (key, tenant, bot) $$;

create function directory.find_login(address text) returns table (tenant_id uuid, member_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$ select l.tenant_id, l.member_id from directory.login l where l.email = address $$;

create function directory.find_api_client(client text) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$ select c.tenant_id from directory.api_client c where c.client_id = client $$;

create function directory.find_widget_key(key text) returns table (tenant_id uuid, bot_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$ select w.tenant_id, w.bot_id from directory.widget_key w where w.widget_key = key $$;

-- For per-tenant jobs: the next page of tenants after one, in id order.
create function directory.tenants_after(tenant uuid, page_size int) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$
    select s.tenant_id from directory.shop s
    where tenant is null or s.tenant_id > tenant
    order by s.tenant_id limit page_size
$$;

grant execute on all functions in schema directory to ${app};
