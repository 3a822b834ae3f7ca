create schema rules;

-- A rule's newest version. The row is what two changes at once wait for.
create table rules.rule (
    tenant_id uuid not null,
    type text not null,
    key text not null,
    version int not null,
    constraint rule_pk primary key (tenant_id, type, key)
);
select core.protect('rules.rule');

-- Every version a rule ever had. The application may add and read, never change.
create table rules.rule_version (
    tenant_id uuid not null,
    type text not null,
    key text not null,
    version int not null,
    -- null: there is no such rule any more
    -- json keeps the order in which the shop wrote its member levels
    params json,
    valid_from timestamptz,
    valid_to timestamptz,
    actor_kind text not null,
    actor text not null,
    at timestamptz not null,
    constraint rule_version_pk primary key (tenant_id, type, key, version)
);
select core.protect('rules.rule_version');
revoke update, delete on rules.rule_version from ${app};
