-- What a conversation is about: the last topic, the order spoken of, what the clerk asked. Null until an answer is over facts.
alter table conversations.conversation add column focus jsonb;
-- Orders and products shown beside a reply.
alter table conversations.message add column cards jsonb;
