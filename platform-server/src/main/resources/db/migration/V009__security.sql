create schema security;

-- What a write with an Idempotency-Key answered, so that the same write again gives the same answer.
create table security.idempotent_request (
    tenant_id uuid not null,
    idempotency_key text not null,
    request_digest text not null,
    status int not null,
    content_type text,
    response text not null,
    created_at timestamptz not null,
    constraint idempotent_request_pk primary key (tenant_id, idempotency_key)
);
select core.protect('security.idempotent_request');
