-- The three database roles of Xiaoer. Run once as a superuser, inside the database Xiaoer will use:
--     createdb xiaoer && psql -d xiaoer -f roles.sql
-- then give each role a password:  alter role xiaoer_owner password '...';  and so on.
-- Running it again changes nothing. The embedded server is prepared by this same file.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'xiaoer_owner') then
        create role xiaoer_owner;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'xiaoer_app') then
        create role xiaoer_app;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'xiaoer_operator') then
        create role xiaoer_operator;
    end if;
    -- migrations only; back-fills must see every shop's rows
    alter role xiaoer_owner login nosuperuser nocreatedb nocreaterole noinherit bypassrls;
    -- the application: owns nothing, bound by every policy
    alter role xiaoer_app login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
    -- vendor staff's reports: the schemas platform and directory only
    alter role xiaoer_operator login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;

    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, create on database %I to xiaoer_owner', current_database());
    execute format('grant connect on database %I to xiaoer_app, xiaoer_operator', current_database());
end
$$;
revoke all on schema public from public;
