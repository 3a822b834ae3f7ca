create schema tenants;

create table tenants.shop (
    tenant_id uuid not null,
    name text not null,
    locale text not null,
    currency text not null,
    time_zone text not null,
    template text not null,
    version int not null,
    created_at timestamptz not null,
    constraint shop_pk primary key (tenant_id)
);
select core.protect('tenants.shop');

create table tenants.member (
    tenant_id uuid not null,
    member_id uuid not null,
    email text not null,
    password_hash text not null,
    role text not null,
    created_at timestamptz not null,
    constraint member_pk primary key (tenant_id, member_id)
);
alter table tenants.member add constraint member_shop_fk foreign key (tenant_id) references tenants.shop (tenant_id);
select core.protect('tenants.member');

create table tenants.api_client (
    tenant_id uuid not null,
    client_id text not null,
    name text not null,
    secret_hash text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    constraint api_client_pk primary key (tenant_id, client_id)
);
alter table tenants.api_client add constraint api_client_shop_fk foreign key (tenant_id) references tenants.shop (tenant_id);
select core.protect('tenants.api_client');
