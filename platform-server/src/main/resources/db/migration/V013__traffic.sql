-- What counting needs beside the reasons: every reply has a row, a fallback's has neither release nor reasons.
alter table conversations.conversation add column page_kind text;
update conversations.conversation set page_kind =
    case when page ->> 'kind' in ('product', 'cart', 'mine') then page ->> 'kind' else 'other' end
    where page is not null;

alter table conversations.receipt
    add column bot_id uuid,
    -- the reply's kind as its message has it
    add column kind text,
    add column entry_key text,
    -- from the moment the turn began to just before its commit; null where it was not measured
    add column micros int,
    -- where the shopper was when the conversation began
    add column page_kind text,
    alter column release drop not null,
    alter column receipt drop not null;
update conversations.receipt r
    set bot_id = c.bot_id, kind = m.kind, entry_key = m.entry_key, page_kind = c.page_kind
    from conversations.conversation c
    join conversations.message m on m.tenant_id = c.tenant_id and m.conversation_id = c.conversation_id
    where c.tenant_id = r.tenant_id and c.conversation_id = r.conversation_id
        and m.seq = r.seq;
alter table conversations.receipt
    alter column bot_id set not null,
    alter column kind set not null;

-- covers what is counted, so that a month is counted without reading its reasons
create index receipt_traffic_ix on conversations.receipt (tenant_id, bot_id, created_at)
    include (kind, entry_key, micros, conversation_id);
