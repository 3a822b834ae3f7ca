import { asRecord } from './asRecord.js';
import { asText } from './asText.js';
import { numberOrNull } from './numberOrNull.js';
import { oneOf } from './oneOf.js';
import { recordsIn } from './recordsIn.js';
import { textOrNull } from './textOrNull.js';
import { toImage } from './toImage.js';
import type { Message } from './types.js';

type Fields = Readonly<Record<string, unknown>>;

/** Brings what the server or the outbox holds into shape, so that nothing behind this line meets a missing or odd field. */
export function toMessage(item: Fields): Message {
  const kind = asText(item.kind);
  const helpful = asRecord(item.feedback).helpful;
  return {
    id: String(item.id),
    seq: numberOrNull(item.seq),
    author: oneOf(item.author, kind === 'person' ? kind : 'bot', 'shopper', 'person', 'system'),
    kind,
    text: asText(item.text),
    choices: recordsIn(item.choices).map(({ id, label }) => ({ id: String(id), label: asText(label) })),
    links: recordsIn(item.links).map(({ label, url }) => ({ label: asText(label), url: asText(url) })),
    cards: recordsIn(item.cards).map((card) => ({
      kind: asText(card.kind),
      id: asText(card.id),
      title: asText(card.title),
      text: asText(card.text),
      status: asText(card.status),
      url: asText(card.url),
    })),
    images: recordsIn(item.images).map(toImage),
    at: numberOrNull(item.at) ?? (Date.parse(asText(item.at)) || null),
    delivery: oneOf(item.delivery, 'sent', 'pending', 'failed', 'rejected'),
    choiceId: textOrNull(item.choiceId),
    helpful: typeof helpful === 'boolean' ? helpful : null,
    handover: textOrNull(asRecord(item.handover).reason),
    agent: textOrNull(asRecord(item.agent).name),
  };
}
