-- What a shop's systems know. A row's data is the record as JSON, in the shop's order of fields; what is personal in it is sealed; the
-- columns beside them are what rows are found by. An order may come before its customer, so nothing refers to anything.
create schema shopdata;

create table shopdata.customer (
    tenant_id uuid not null,
    id text not null,
    name text not null,
    data json not null,
    sealed bytea,
    -- push, lookup, webhook or the name of a bridge
    source text not null,
    updated_at timestamptz not null,
    received_at timestamptz not null,
    constraint customer_pk primary key (tenant_id, id)
);
select core.protect('shopdata.customer');

create table shopdata.product (
    tenant_id uuid not null,
    -- the sku
    id text not null,
    data json not null,
    sealed bytea,
    source text not null,
    updated_at timestamptz not null,
    received_at timestamptz not null,
    constraint product_pk primary key (tenant_id, id)
);
select core.protect('shopdata.product');

create table shopdata.shop_order (
    tenant_id uuid not null,
    id text not null,
    customer_id text not null,
    status text not null,
    placed_at timestamptz not null,
    data json not null,
    sealed bytea,
    source text not null,
    updated_at timestamptz not null,
    received_at timestamptz not null,
    constraint shop_order_pk primary key (tenant_id, id)
);
create index shop_order_customer_ix on shopdata.shop_order (tenant_id, customer_id, placed_at);
select core.protect('shopdata.shop_order');

create table shopdata.after_sale (
    tenant_id uuid not null,
    id text not null,
    order_id text not null,
    data json not null,
    sealed bytea,
    source text not null,
    updated_at timestamptz not null,
    received_at timestamptz not null,
    constraint after_sale_pk primary key (tenant_id, id)
);
create index after_sale_order_ix on shopdata.after_sale (tenant_id, order_id);
select core.protect('shopdata.after_sale');

create table shopdata.coupon (
    tenant_id uuid not null,
    id text not null,
    customer_id text not null,
    valid_to timestamptz,
    data json not null,
    sealed bytea,
    source text not null,
    updated_at timestamptz not null,
    received_at timestamptz not null,
    constraint coupon_pk primary key (tenant_id, id)
);
create index coupon_customer_ix on shopdata.coupon (tenant_id, customer_id, valid_to);
select core.protect('shopdata.coupon');

-- Each key that ever sealed anything, with a known text that only it opens: a start without it is refused.
create table platform.data_key (
    key_id bigint primary key,
    sealed bytea not null,
    created_at timestamptz not null
);
