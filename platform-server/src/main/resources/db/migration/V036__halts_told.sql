-- What is told of a bot and not of a conversation: the change of its rollout that it is about.
alter table connectors.hook_delivery
    alter column conversation_id drop not null,
    add column bot_id uuid,
    add column change_id uuid;
