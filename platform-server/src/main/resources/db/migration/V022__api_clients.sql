-- A rotated secret goes on working for a while beside the new one; when each was last used says whether it is still needed.
alter table tenants.api_client
    add column rotated_at timestamptz,
    add column last_used_at timestamptz,
    add column old_secret_hash text,
    add column old_valid_until timestamptz,
    add column old_last_used_at timestamptz;
alter table tenants.api_client
    add constraint api_client_old_secret_ck check ((old_secret_hash is null) = (old_valid_until is null));

create function directory.forget_api_client(client text, tenant uuid) returns void
    language sql security definer set search_path = pg_catalog
as $$ delete from directory.api_client c where c.client_id = client and c.tenant_id = tenant $$;
revoke all on function directory.forget_api_client(text, uuid) from public;
grant execute on function directory.forget_api_client(text, uuid) to ${app};
