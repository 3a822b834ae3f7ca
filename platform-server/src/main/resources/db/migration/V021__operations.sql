-- That a shop may do nothing for now, and that it may again. The application may add and read, never change.
create table tenants.suspension (
    tenant_id uuid not null,
    number int not null,
    -- SUSPENDED or RESUMED
    action text not null,
    category text not null,
    reason text not null,
    actor text not null,
    at timestamptz not null,
    constraint suspension_pk primary key (tenant_id, number)
);
alter table tenants.suspension add constraint suspension_shop_fk
    foreign key (tenant_id) references tenants.shop (tenant_id);
select core.protect('tenants.suspension');
revoke update, delete on tenants.suspension from ${app};

-- Vendor staff: people, and programs with the scope ops.
create table platform.operator (
    email text primary key check (email = lower(email)),
    password_hash text not null,
    created_at timestamptz not null
);
create table platform.ops_client (
    client_id text primary key,
    secret_hash text not null,
    scope text not null check (scope = 'ops'),
    created_at timestamptz not null
);

-- One address, one login: what vendor staff log in with opens no shop.
create or replace function directory.register_login(address text, tenant uuid, member uuid) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if exists (select from platform.operator o where o.email = address) then
        raise unique_violation using message = 'the address is taken';
    end if;
    insert into directory.login (email, tenant_id, member_id) values (address, tenant, member);
end
$$;

-- Answers of 400 and more that calls on a shop's behalf got, by the hour.
create table platform.shop_error (
    tenant_id uuid not null,
    begins_at timestamptz not null,
    status int not null,
    count int not null,
    constraint shop_error_pk primary key (tenant_id, begins_at, status)
);
create index shop_error_age_ix on platform.shop_error (begins_at);

-- What happened in a shop in an hour of its time zone; hours in which nothing did have no row.
create table platform.shop_hour (
    tenant_id uuid not null,
    begins_at timestamptz not null,
    -- that began in the hour
    conversations int not null,
    messages int not null,
    answered int not null,
    unknown int not null,
    handed_over int not null,
    fallback int not null,
    p95_millis double precision,
    errors int not null,
    constraint shop_hour_pk primary key (tenant_id, begins_at)
);

-- Each shop as it stands.
create table platform.shop (
    tenant_id uuid primary key,
    name text not null,
    time_zone text not null,
    opened_at timestamptz not null,
    stage text,
    -- today, which began at midnight in the shop's time zone
    conversations int not null default 0,
    messages int not null default 0,
    answered int not null default 0,
    unknown int not null default 0,
    handed_over int not null default 0,
    fallback int not null default 0,
    p95_millis double precision,
    errors int not null default 0,
    last_release_at timestamptz,
    last_seen_at timestamptz,
    suspended_at timestamptz,
    suspended_for text,
    -- null until the shop was counted for the first time
    counted_at timestamptz
);
insert into platform.shop (tenant_id, name, time_zone, opened_at)
select tenant_id, name, time_zone, created_at from tenants.shop;

grant select on platform.shop, platform.shop_hour, platform.shop_error to ${operator};
