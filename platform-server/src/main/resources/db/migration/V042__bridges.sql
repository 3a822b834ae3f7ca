-- Platforms that a shop is connected to without code of its own. What they bring is in shopdata, with the bridge as its source.
create table connectors.bridge (
    tenant_id uuid not null,
    -- the platform, for example youzan
    bridge text not null,
    -- the shop as the platform names it
    account text not null,
    account_name text,
    -- CONNECTED, LOST (the platform no longer lets us in) or LEAVING (what it brought is being removed)
    state text not null,
    -- tokens and keys; sealed
    sealed bytea not null,
    -- counts the grants, so that one is replaced only by its own successor
    grant_no int not null,
    access_until timestamptz not null,
    -- until then somebody is getting the next grant
    renewing_until timestamptz,
    -- of the code that made the connection, so that the page it came to may be loaded twice
    code_digest text,
    connected_at timestamptz not null,
    lost_at timestamptz,
    lost_because text,
    -- what changed until then was read
    read_until timestamptz,
    -- how often in a row the platform did not answer when something was to be read because of a push, and until when none is
    push_failures int not null default 0,
    pushes_rest_until timestamptz,
    constraint bridge_pk primary key (tenant_id, bridge)
);
select core.protect('connectors.bridge');

-- Readings of all that a platform knows of a shop, or of all that changed; a page at a time.
create table connectors.bridge_sync (
    tenant_id uuid not null,
    bridge text not null,
    sync_id uuid not null,
    -- FULL or CHANGES
    kind text not null,
    -- RUNNING, DONE or STOPPED
    state text not null,
    since timestamptz not null,
    until timestamptz not null,
    -- where it is, as the bridge says it; null at the beginning
    position text,
    -- what is being read, how much of it was, and how much there is as far as is known
    stage text,
    done int not null,
    total int,
    -- records in all
    stored int not null,
    rejected int not null,
    -- in a row
    failures int not null,
    fault text,
    detail text,
    -- whose step is under way
    claim uuid,
    -- null once nothing more is to be done
    next_step_at timestamptz,
    begun_at timestamptz not null,
    ended_at timestamptz,
    constraint bridge_sync_pk primary key (tenant_id, bridge, sync_id)
);
-- one at a time
create unique index bridge_sync_running_ix on connectors.bridge_sync (tenant_id, bridge) where next_step_at is not null;
select core.protect('connectors.bridge_sync');

-- What platforms told: each is stored once, by the platform's id, before it is acknowledged, and applied afterwards.
create table connectors.bridge_push (
    tenant_id uuid not null,
    bridge text not null,
    delivery_id text not null,
    event text not null,
    received_at timestamptz not null,
    -- what it is about, as shopdata names it; null if it is about nothing of ours
    kind text,
    subject text,
    version bigint not null,
    -- what it brought itself, until it is applied
    sealed bytea,
    -- WAITING, APPLIED, STALE, IGNORED, REJECTED or DEAD
    state text not null,
    -- counted before each is made
    attempts int not null,
    -- null once nothing more is to be done
    next_attempt_at timestamptz,
    fault text,
    detail text,
    settled_at timestamptz,
    constraint bridge_push_pk primary key (tenant_id, bridge, delivery_id)
);
create index bridge_push_due_ix on connectors.bridge_push (tenant_id, bridge, next_attempt_at) where next_attempt_at is not null;
create index bridge_push_received_ix on connectors.bridge_push (tenant_id, bridge, received_at, delivery_id);
create index bridge_push_failed_ix on connectors.bridge_push (tenant_id, bridge, received_at) where state in ('REJECTED', 'DEAD');
create index bridge_push_subject_ix on connectors.bridge_push (tenant_id, bridge, kind, subject, version);
select core.protect('connectors.bridge_push');

-- Which shop a platform speaks of.
create table directory.bridge_account (
    bridge text not null,
    account text not null,
    tenant_id uuid not null references directory.shop,
    constraint bridge_account_pk primary key (bridge, account)
);
revoke all on directory.bridge_account from ${app};
grant select on directory.bridge_account to ${operator};

-- False if it belongs to another tenant.
create function directory.register_bridge_account(platform text, name text, tenant uuid) returns boolean
    language sql security definer set search_path = pg_catalog
as $$
    with kept as (
        insert into directory.bridge_account as a (bridge, account, tenant_id) values (platform, name, tenant)
        on conflict (bridge, account) do update set account = excluded.account
        returning a.tenant_id
    )
    select k.tenant_id = tenant from kept k
$$;

create function directory.find_bridge_account(platform text, name text) returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$ select a.tenant_id from directory.bridge_account a where a.bridge = platform and a.account = name $$;

create function directory.forget_bridge_account(platform text, name text, tenant uuid) returns void
    language sql security definer set search_path = pg_catalog
as $$ delete from directory.bridge_account a where a.bridge = platform and a.account = name and a.tenant_id = tenant $$;

grant execute on function directory.register_bridge_account(text, text, uuid) to ${app};
grant execute on function directory.find_bridge_account(text, text) to ${app};
grant execute on function directory.forget_bridge_account(text, text, uuid) to ${app};

-- How many calls of a platform may be made now, by all nodes together; of one shop, or of all.
create table platform.bridge_pace (
    pace text primary key,
    level double precision not null,
    filled_at timestamptz not null
);
revoke all on platform.bridge_pace from ${app};

-- Takes some permits, as many as are there at most, but leaves some for whoever has more need of them. One clock counts: the database's.
create function platform.draw_bridge_permits(
    wanted_of text, per_second double precision, most double precision, kept_back double precision, wanted int) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    there platform.bridge_pace;
    moment timestamptz;
    filled double precision;
    given int;
begin
    select * into there from platform.bridge_pace p where p.pace = wanted_of for update;
    if not found then
        insert into platform.bridge_pace (pace, level, filled_at) values (wanted_of, most, clock_timestamp())
        on conflict (pace) do nothing;
        select * into there from platform.bridge_pace p where p.pace = wanted_of for update;
    end if;
    moment := clock_timestamp();
    filled := least(most, there.level + greatest(0, extract(epoch from moment - there.filled_at)::double precision) * per_second);
    given := greatest(0, least(wanted, floor(filled - kept_back)::int));
    update platform.bridge_pace p set level = filled - given, filled_at = moment where p.pace = wanted_of;
    return given;
end
$$;
grant execute on function platform.draw_bridge_permits(text, double precision, double precision, double precision, int) to ${app};

-- What vendor staff see of shops' platforms: how far behind we are, and how much comes to nothing. Counts and times, no words.
create table platform.shop_bridge (
    tenant_id uuid not null,
    bridge text not null,
    -- it no longer lets us in
    lost boolean not null,
    read_until timestamptz,
    waiting int not null,
    waiting_since timestamptz,
    failures int not null,
    fault text,
    constraint shop_bridge_pk primary key (tenant_id, bridge)
);
grant select on platform.shop_bridge to ${operator};
