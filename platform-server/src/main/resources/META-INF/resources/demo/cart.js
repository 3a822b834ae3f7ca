import { readCart } from './api.js';
import { h, icon, pictureOf } from './dom.js';
import { lost, toast } from './frame.js';
import { askButton, priceOf, stepper } from './parts.js';
import { plain } from './words.js';

export function drawCart(scene) {
  const { shop, words, basket, chat } = scene;
  document.title = `${words('cart.title')} · ${shop.name}`;
  const root = h('div', { class: 'page' });
  let asked = 0;

  /** Prices come from the shop alone; what the browser keeps is skus and quantities. */
  async function draw() {
    const mine = ++asked;
    const lines = basket.lines();
    const answer = lines.length > 0 ? await readCart(shop.slug, lines) : { data: null };
    if (mine !== asked) return;
    if (answer.error !== undefined) {
      root.replaceChildren(lost('parcel', words('failed'), words('failedText'), h('button', { class: 'button', type: 'button', onclick: draw }, words('failed.again'))));
      return;
    }
    root.replaceChildren(...(answer.data && answer.data.lines.length > 0 ? filled(answer.data, scene) : [empty(scene)]));
    chat.say({ kind: 'cart', cart: (answer.data?.lines ?? []).map(({ sku, quantity, price }) => ({ sku, quantity, price })) });
  }

  basket.onChange(draw);
  draw();
  return root;
}

const empty = ({ words, links }) =>
  lost('nothing', words('cart.empty'), words('cart.emptyText'), h('a', { class: 'button', href: links.home }, words('cart.go')), askButton(words('cart.ask')));

function filled(quote, scene) {
  const { words, basket } = scene;
  const gone = basket.lines().length > quote.lines.length;
  return [
    h('div', { class: 'title-row' }, h('h1', {}, words('cart.title')), h('span', {}, words('cart.count', { n: quote.lines.reduce((sum, line) => sum + line.quantity, 0) }))),
    h(
      'div',
      { class: 'split' },
      h('div', { class: 'panel lines' }, gone ? h('p', { class: 'hint' }, words('cart.gone')) : null, ...quote.lines.map((line) => lineOf(line, quote, scene))),
      h('aside', { class: 'side' }, summary(quote, scene), h('div', { class: 'panel ask-panel' }, h('p', {}, words('cart.askText')), askButton(words('cart.ask'), 'button button-soft button-wide'))),
    ),
  ];
}

function lineOf(line, quote, { words, links, basket }) {
  const left = quote.promotion?.excludeCategories.includes(line.category);
  return h(
    'article',
    { class: 'line', 'data-sku': line.sku },
    h('a', { href: links.product(line.sku), tabindex: '-1', 'aria-hidden': 'true' }, pictureOf(line.sku, '')),
    h('div', { class: 'line-words' }, h('a', { class: 'line-name', href: links.product(line.sku) }, line.name), h('p', {}, priceOf(line.price, words, 'price price-small'), line.presale ? h('span', { class: 'mini' }, words('tag.presale')) : null, left ? h('span', { class: 'mini' }, words('cart.excluded', { categories: line.category })) : null)),
    stepper(line.quantity, words, (fresh) => basket.set(line.sku, fresh)),
    priceOf(line.amount, words, 'price line-amount'),
    h('button', { class: 'remove', type: 'button', 'aria-label': `${words('cart.remove')} ${line.name}`, onclick: () => remove(line, words, basket) }, icon('bin')),
  );
}

function remove(line, words, basket) {
  basket.remove(line.sku);
  toast(words('cart.removed', { name: line.name }), {
    label: words('cart.undo'),
    onclick: (event) => {
      event.preventDefault();
      basket.add(line.sku, line.quantity);
    },
  });
}

function summary(quote, scene) {
  const { words, signed } = scene;
  const row = (label, value, name) => h('div', { class: `sum${name ? ` sum-${name}` : ''}` }, h('span', {}, label), h('span', {}, value));
  const reached = quote.promotion?.reached;
  const shipping = quote.shipping;
  const coupons = (signed?.coupons ?? []).filter((coupon) => coupon.status === 'unused').length;
  return h(
    'div',
    { class: 'panel summary' },
    quote.promotion ? progress(quote.promotion, words) : null,
    row(words('cart.total'), `¥${quote.total}`),
    reached ? row(words('cart.promotion', { over: plain(reached.over), off: plain(reached.off) }), `-¥${quote.promotion.off}`, 'off') : null,
    shipping ? row(words('cart.shipping'), shipping.free ? words('cart.free') : `¥${shipping.fee}`) : null,
    shipping && !shipping.free && shipping.gap ? h('p', { class: 'hint' }, words('cart.shippingGap', { gap: plain(shipping.gap) })) : null,
    coupons > 0 ? h('p', { class: 'hint' }, words('cart.coupons', { n: coupons })) : null,
    h('div', { class: 'sum sum-payable' }, h('span', {}, words('cart.payable')), priceOf(quote.payable, words, 'price price-large')),
    h('button', { class: 'button button-wide', type: 'button', onclick: () => toast(words('cart.checkoutText')) }, words('cart.checkout')),
  );
}

/** How far the cart is towards the next step of the shop's promotion. */
function progress({ counted, reached, next, gap }, words) {
  const bar = h('div', { class: 'progress-bar' });
  bar.style.setProperty('--done', next ? String(Math.min(1, Number(counted) / Number(next.over))) : '1');
  return h(
    'div',
    { class: 'progress' },
    h('p', {}, next ? words('cart.next', { gap: plain(gap), off: plain(next.off) }) : words('cart.reached', { over: plain(reached.over), off: plain(reached.off) })),
    bar,
  );
}
