-- What every schema needs: default privileges, the way to name the tenant, the way to protect a table.
alter default privileges revoke execute on functions from public;
alter default privileges grant usage on schemas to ${app};
alter default privileges grant select, insert, update, delete on tables to ${app};
grant usage on schema core to ${app};

-- The only way the tenant is named. SET LOCAL (not set_config) so that a distributed PostgreSQL propagates it.
create function core.set_tenant(tenant uuid) returns void
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    if tenant is null then
        raise exception 'a tenant is required';
    end if;
    execute format('set local app.tenant_id = %L', tenant);
end
$$;
grant execute on function core.set_tenant(uuid) to ${app};

-- Forces row-level security on a tenant table: no tenant bound, no rows.
create function core.protect(tenant_table regclass) returns void
    language plpgsql
    set search_path = pg_catalog
as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy tenant on %s using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
        || ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
        tenant_table);
end
$$;
