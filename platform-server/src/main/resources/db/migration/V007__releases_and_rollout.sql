create schema releases;

-- Immutable: the application may add and read, never change.
create table releases.release (
    tenant_id uuid not null,
    bot_id uuid not null,
    number int not null,
    note text not null,
    content text not null,
    entries int not null,
    checksum text not null,
    created_by text not null,
    created_at timestamptz not null,
    constraint release_pk primary key (tenant_id, bot_id, number)
);
select core.protect('releases.release');

-- The content in the form an engine loads; one per engine version, made again when the engine changes.
create table releases.compiled (
    tenant_id uuid not null,
    bot_id uuid not null,
    number int not null,
    engine text not null,
    bytes bytea not null,
    created_at timestamptz not null,
    constraint compiled_pk primary key (tenant_id, bot_id, number, engine)
);
alter table releases.compiled add constraint compiled_release_fk
    foreign key (tenant_id, bot_id, number) references releases.release (tenant_id, bot_id, number);
-- vectors do not compress: skip trying
alter table releases.compiled alter column bytes set storage external;
select core.protect('releases.compiled');
revoke update, delete on releases.release, releases.compiled from ${app};

create schema rollout;

create table rollout.state (
    tenant_id uuid not null,
    bot_id uuid not null,
    stage text not null,
    live_release int not null,
    staff_code text not null,
    version int not null,
    updated_at timestamptz not null,
    constraint state_pk primary key (tenant_id, bot_id)
);
select core.protect('rollout.state');

create table rollout.staff (
    tenant_id uuid not null,
    bot_id uuid not null,
    shopper text not null,
    added_at timestamptz not null,
    constraint staff_pk primary key (tenant_id, bot_id, shopper)
);
select core.protect('rollout.staff');

-- Every step of stage or live release: who, when, why.
create table rollout.change (
    tenant_id uuid not null,
    bot_id uuid not null,
    change_id uuid not null,
    stage text not null,
    live_release int not null,
    reason text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint change_pk primary key (tenant_id, bot_id, change_id)
);
select core.protect('rollout.change');
revoke update, delete on rollout.change from ${app};
