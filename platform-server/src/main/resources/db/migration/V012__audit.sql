-- Who changed what in a shop, from what to what. The application may add and read, never change.
create table tenants.audit (
    tenant_id uuid not null,
    audit_id uuid not null,
    actor_kind text not null,
    actor text not null,
    action text not null,
    subject text not null,
    before jsonb,
    after jsonb,
    at timestamptz not null,
    constraint audit_pk primary key (tenant_id, audit_id)
);
create index audit_action_ix on tenants.audit (tenant_id, action, audit_id);
select core.protect('tenants.audit');
revoke update, delete on tenants.audit from ${app};
