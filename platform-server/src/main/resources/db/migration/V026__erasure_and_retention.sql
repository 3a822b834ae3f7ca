-- That a shopper was erased, when, by whom and how much; whom, only somebody with the data key who is told the id can tell. The
-- application may add and read, never change.
create table shopdata.erasure (
    tenant_id uuid not null,
    erasure_id uuid not null,
    -- a keyed digest of the shopper's id
    mark text not null,
    actor_kind text not null,
    actor text not null,
    -- how many of what
    records json not null,
    erased_at timestamptz not null,
    constraint erasure_pk primary key (tenant_id, erasure_id)
);
create index erasure_mark_ix on shopdata.erasure (tenant_id, mark);
select core.protect('shopdata.erasure');
revoke update, delete on shopdata.erasure from ${app};

-- Marks of erased records, so that one that comes late is known and refused.
create table shopdata.erased (
    tenant_id uuid not null,
    mark text not null,
    erased_at timestamptz not null,
    constraint erased_pk primary key (tenant_id, mark)
);
select core.protect('shopdata.erased');
revoke delete on shopdata.erased from ${app};

-- How many months things are kept; null means forever. A shop without a row keeps them as long as the defaults say.
create table shopdata.retention (
    tenant_id uuid not null,
    conversation_months int,
    order_months int,
    version int not null,
    constraint retention_pk primary key (tenant_id)
);
select core.protect('shopdata.retention');

-- What is old is found by when it began, which never changes: an index on the last change would be written at every turn.
create index shop_order_age_ix on shopdata.shop_order (tenant_id, placed_at);
create index conversation_age_ix on conversations.conversation (tenant_id, created_at);

-- Messages are not the application's to change or delete. Erasing a shopper and the end of their time are the exceptions, for whole
-- conversations of the bound shop; receipts stay for counting, without their reasons.
create function conversations.forget_messages(tenant uuid, forgotten uuid[]) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    removed int;
begin
    if tenant is distinct from nullif(current_setting('app.tenant_id', true), '')::uuid then
        raise exception 'the tenant is not bound';
    end if;
    delete from conversations.message m where m.tenant_id = tenant and m.conversation_id = any(forgotten);
    get diagnostics removed = row_count;
    return removed;
end
$$;
revoke all on function conversations.forget_messages(uuid, uuid[]) from public;
grant execute on function conversations.forget_messages(uuid, uuid[]) to ${app};
