-- The vendor's own rows: no shop's data, no conversation text.
create schema platform;
grant usage on schema platform to ${operator};

create table platform.signing_key (
    key_id text primary key,
    jwk text not null,
    created_at timestamptz not null,
    -- signs from here on; published earlier so that every node knows it by then
    active_from timestamptz not null,
    -- verifies until here
    retired_at timestamptz
);
create table platform.rate_limit (
    id bigint primary key,
    state bytea,
    expires_at bigint
);
create table platform.login_failure (
    -- a digest of what is counted (address or e-mail), never the thing itself
    subject text primary key,
    failures int not null,
    last_failed_at timestamptz not null
);
create table platform.signup_request (
    idempotency_key text primary key,
    body_digest text not null,
    response text not null,
    created_at timestamptz not null
);
