import type { Message } from './types.js';
import type { WireMessage } from './wire.js';

/** A message as it is shown, from one as it travels. */
export function toMessage(item: WireMessage, now?: number): Message {
  return {
    seq: null,
    author: item.kind === 'person' ? 'person' : 'bot',
    kind: '',
    text: '',
    choices: [],
    links: [],
    cards: [],
    images: [],
    delivery: 'sent',
    choiceId: null,
    ...item,
    at: new Date(item.at ?? now ?? NaN).getTime() || null,
    helpful: item.feedback?.helpful ?? null,
    handover: item.handover?.reason ?? null,
    agent: item.agent?.name ?? null,
  };
}
