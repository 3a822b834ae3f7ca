import { safeUrl } from './safe-url.js';

/**
 * One message in the log. Everything said becomes text nodes, never HTML. `update(row)` changes its place in a run and
 * whether it has arrived, and leaves what was said alone, so that a screen reader reads it once.
 */
export function createMessageNode({ message }, { words, makeAvatar, onChoice, onRetry, onTakeBack }) {
  const own = message.author === 'shopper';
  const node = element('article', `message ${own ? 'message-own' : 'message-clerk'}`);
  const column = element('div', 'message-column');

  if (!own) node.append(makeAvatar());
  if (message.author === 'person') column.append(element('p', 'message-name', words('log.person')));
  if (message.text !== '') {
    const bubble = element('p', 'bubble');
    bubble.append(element('span', 'sr-only', words(own ? 'log.own' : 'log.clerk')), message.text);
    column.append(bubble);
  }
  if (message.cards.length > 0) column.append(group('cards', message.cards.map((card) => cardNode(card, words))));
  const links = message.links.map((link) => linkNode(link, words)).filter((link) => link !== null);
  if (links.length > 0) column.append(group('links', links));
  if (message.choices.length > 0) column.append(group('choices', message.choices.map((choice) => choiceNode(choice, onChoice))));
  node.append(column);

  let delivery = null;
  function showDelivery(state) {
    delivery?.remove();
    delivery = null;
    if (state === 'pending') delivery = element('p', 'delivery', words('send.pending'));
    if (state === 'failed') delivery = action('delivery delivery-failed', words('send.failed'), onRetry);
    if (state === 'rejected') delivery = action('delivery delivery-failed', words('send.rejected'), () => onTakeBack(message.id));
    if (delivery) column.append(delivery);
  }

  let shown = null;
  return {
    node,
    update(row) {
      node.classList.toggle('is-first', row.first);
      node.classList.toggle('is-last', row.last);
      node.classList.toggle('is-pending', row.message.state === 'pending');
      if (shown !== row.message.state) showDelivery(row.message.state);
      shown = row.message.state;
    },
  };
}

function choiceNode(choice, onChoice) {
  return action('choice', choice.label, () => onChoice(choice));
}

/** An order or a product: what it is, how it stands, and a way to its page where there is one. */
function cardNode(card, words) {
  const url = typeof card.url === 'string' ? safeUrl(card.url) : null;
  const node = element(url === null ? 'div' : 'a', `card card-${card.kind === 'product' ? 'product' : 'order'}`);
  if (url !== null) {
    node.href = url;
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
  }
  const head = element('div', 'card-head');
  head.append(element('span', 'card-title', card.title));
  if (typeof card.status === 'string') head.append(element('span', 'card-status', card.status));
  node.append(head);
  if (card.kind !== 'product') node.append(element('span', 'card-text', words('card.order', { id: card.id })));
  if (typeof card.text === 'string') node.append(element('span', 'card-text', card.text));
  if (url !== null) node.append(element('span', 'sr-only', words('log.newWindow')));
  return node;
}

function linkNode(link, words) {
  const url = safeUrl(link.url);
  if (url === null) return null;
  const node = element('a', 'link', link.label || new URL(url).hostname);
  node.href = url;
  node.target = '_blank';
  node.rel = 'noopener noreferrer';
  node.append(element('span', 'sr-only', words('log.newWindow')));
  return node;
}

function group(className, children) {
  const node = element('div', className);
  node.append(...children);
  return node;
}

function action(className, label, onClick) {
  const node = element('button', className, label);
  node.type = 'button';
  node.addEventListener('click', onClick);
  return node;
}

function element(tag, className, text = '') {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}
