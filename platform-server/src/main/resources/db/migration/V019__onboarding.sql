-- How far a bot's owners have come in making it ready.
create schema onboarding;

create table onboarding.progress (
    tenant_id uuid not null,
    bot_id uuid not null,
    done text[] not null,
    skipped text[] not null,
    connection text,
    confirmed_rules text[] not null,
    right_questions text[] not null,
    dismissed boolean not null,
    version int not null,
    updated_at timestamptz not null,
    constraint progress_pk primary key (tenant_id, bot_id)
);
select core.protect('onboarding.progress');
