-- What vendor staff see of pilots: how one fills, and what was taken back by itself. Counts and times, no words.
alter table platform.shop
    -- of the pilot under way; null if there is none
    add column pilot_enrolled int,
    add column pilot_size int,
    -- when a bot was last taken back by itself; null if not lately
    add column halted_at timestamptz;

create table platform.shop_halt (
    tenant_id uuid not null,
    halted_at timestamptz not null,
    -- what got worse
    measure text not null,
    constraint shop_halt_pk primary key (tenant_id, halted_at)
);

grant select on platform.shop_halt to ${operator};
