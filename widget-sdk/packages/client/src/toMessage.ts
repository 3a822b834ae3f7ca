import type { Message } from './types.js';
import type { WireMessage } from './wire.js';

/** A message as it is shown, from one as it travels. */
export function toMessage(item: WireMessage, now?: number): Message {
  return {
    seq: null,
    author: 'bot',
    kind: 'text',
    text: '',
    choices: [],
    links: [],
    cards: [],
    images: [],
    delivery: 'sent',
    choiceId: null,
    ...item,
    at: Date.parse(item.at ?? '') || now || null,
    helpful: item.feedback?.helpful ?? null,
    handover: item.handover?.reason ?? null,
    agent: item.agent?.name ?? null,
  };
}
