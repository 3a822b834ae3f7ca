/**
 * One message as the page shows it: {id, author: "shopper" | "bot" | "person", text, choices, links, cards, at}, and for the
 * shopper's own also `state` ("sent" | "pending" | "failed" | "rejected") and the choice it picked. Whatever the server
 * sends is brought into this shape here, so that nothing behind this line meets a missing or odd field.
 */
export function fromServer(item) {
  return {
    id: String(item.id),
    author: authorOf(item),
    text: asText(item.text),
    choices: asList(item.choices).filter((choice) => asText(choice?.label) !== ''),
    links: asList(item.links).filter((link) => asText(link?.url) !== ''),
    cards: asList(item.cards).filter((card) => asText(card?.title) !== ''),
    at: asTime(item.at),
    state: 'sent',
  };
}

/** A reply to a message just sent carries no author and no time: it is from now. */
export function fromReply(reply, now) {
  return { ...fromServer(reply), author: reply.kind === 'person' ? 'person' : 'bot', at: now };
}

export function fromOutbox({ id, text, choiceId, at, state }) {
  return { id, author: 'shopper', text, choiceId, choices: [], links: [], cards: [], at, state };
}

function authorOf({ author, kind }) {
  if (author === 'shopper' || author === 'person') return author;
  return kind === 'person' ? 'person' : 'bot';
}

function asText(value) {
  return typeof value === 'string' ? value : '';
}

function asList(value) {
  return Array.isArray(value) ? value : [];
}

function asTime(value) {
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
