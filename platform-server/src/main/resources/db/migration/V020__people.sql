-- Letters on their way. Written with the change they speak of; their words are erased once they are sent or given up.
create schema mail;

create table mail.outgoing (
    tenant_id uuid not null,
    letter_id uuid not null,
    kind text not null,
    recipient text,
    subject text,
    body text,
    created_at timestamptz not null,
    -- after this nobody has any use for it
    expires_at timestamptz not null,
    -- counted before each is made
    attempts int not null,
    -- null once nothing more is to be done
    next_attempt_at timestamptz,
    -- why the last attempt failed
    failure text,
    outcome text,
    settled_at timestamptz,
    constraint outgoing_pk primary key (tenant_id, letter_id)
);
create index outgoing_due_ix on mail.outgoing (tenant_id, next_attempt_at) where next_attempt_at is not null;
select core.protect('mail.outgoing');

-- The team of a shop.
alter table tenants.member add column name text;
alter table tenants.member add column version int not null default 1;

create table tenants.invitation (
    tenant_id uuid not null,
    invitation_id uuid not null,
    email text not null,
    role text not null,
    invited_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    constraint invitation_pk primary key (tenant_id, invitation_id)
);
alter table tenants.invitation add constraint invitation_shop_fk foreign key (tenant_id) references tenants.shop (tenant_id);
create unique index invitation_open_ux on tenants.invitation (tenant_id, email) where accepted_at is null and revoked_at is null;
select core.protect('tenants.invitation');

create table tenants.password_reset (
    tenant_id uuid not null,
    reset_id uuid not null,
    member_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint password_reset_pk primary key (tenant_id, reset_id)
);
alter table tenants.password_reset add constraint password_reset_member_fk
    foreign key (tenant_id, member_id) references tenants.member (tenant_id, member_id);
create index password_reset_member_ix on tenants.password_reset (tenant_id, member_id);
select core.protect('tenants.password_reset');

-- Where members are logged in. A request of a session that has no row any more is nobody's.
create table tenants.session (
    tenant_id uuid not null,
    session_id uuid not null,
    member_id uuid not null,
    device text not null,
    address text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    constraint session_pk primary key (tenant_id, session_id)
);
alter table tenants.session add constraint session_member_fk
    foreign key (tenant_id, member_id) references tenants.member (tenant_id, member_id);
create index session_member_ix on tenants.session (tenant_id, member_id);
select core.protect('tenants.session');

-- Links that were handed out: only their digest is kept, and it says whose they are and nothing more.
create table directory.link (
    token_digest text primary key,
    tenant_id uuid not null references directory.shop,
    kind text not null,
    subject_id uuid not null,
    created_at timestamptz not null
);
create index link_tenant_ix on directory.link (tenant_id, created_at);
revoke all on directory.link from ${app};

create function directory.register_link(digest text, tenant uuid, link_kind text, subject uuid, at timestamptz) returns void
    language sql security definer set search_path = pg_catalog
as $$
    insert into directory.link (token_digest, tenant_id, kind, subject_id, created_at)
    values (digest, tenant, link_kind, subject, at)
$$;

create function directory.find_link(digest text, link_kind text) returns table (tenant_id uuid, subject_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$ select l.tenant_id, l.subject_id from directory.link l where l.token_digest = digest and l.kind = link_kind $$;

create function directory.forget_links(tenant uuid, before timestamptz) returns void
    language sql security definer set search_path = pg_catalog
as $$ delete from directory.link where tenant_id = tenant and created_at < before $$;

create function directory.forget_login(address text, tenant uuid, member uuid) returns void
    language sql security definer set search_path = pg_catalog
as $$ delete from directory.login where email = address and tenant_id = tenant and member_id = member $$;

grant execute on all functions in schema directory to ${app};
