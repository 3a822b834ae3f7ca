import type { Message } from '@xiaoer/client';

export function messageOf(part: Partial<Message>): Message {
  return {
    id: 'm',
    seq: null,
    author: 'bot',
    kind: 'answer',
    text: '',
    choices: [],
    links: [],
    cards: [],
    images: [],
    at: null,
    delivery: 'sent',
    choiceId: null,
    helpful: null,
    handover: null,
    agent: null,
    ...part,
  };
}
