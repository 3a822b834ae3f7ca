import { h, icon, pictureOf } from './dom.js';
import { askButton, priceOf } from './parts.js';
import { plain, zhe } from './words.js';

export function drawMine(scene) {
  const { shop, words, signed } = scene;
  document.title = `${words('mine.title')} · ${shop.name}`;
  return h(
    'div',
    { class: 'page' },
    h(
      'div',
      { class: 'split split-mine' },
      h('aside', { class: 'side' }, signed ? personCard(scene) : nobodyCard(scene), switcher(scene), signed ? coupons(signed, words) : null),
      h('section', { class: 'orders' }, h('div', { class: 'title-row' }, h('h1', {}, words('mine.orders')), askButton(words('mine.askAll'))), ...orders(scene)),
    ),
  );
}

function personCard({ signed, shop, words }) {
  const levels = shop.rules.find((rule) => rule.type === 'member_benefits')?.params.levels ?? {};
  const benefits = levels[signed.memberLevel] ?? [];
  return h(
    'div',
    { class: 'panel person' },
    h('div', { class: 'person-head' }, h('span', { class: 'face', 'aria-hidden': 'true' }, [...signed.name][0]), h('div', {}, h('p', { class: 'person-name' }, signed.name, h('span', { class: 'level' }, signed.memberLevel ?? words('mine.new'))), signed.registeredAt ? h('p', { class: 'person-since' }, words('mine.since', { date: words.date(signed.registeredAt) })) : null)),
    benefits.length > 0 ? h('ul', { class: 'benefits', 'aria-label': words('mine.benefits') }, ...benefits.map((benefit) => h('li', {}, benefit))) : null,
    signed.identity ? null : h('p', { class: 'hint' }, words('unsigned')),
  );
}

const nobodyCard = ({ words }) => h('div', { class: 'panel person' }, h('div', { class: 'person-head' }, h('span', { class: 'face face-none', 'aria-hidden': 'true' }, icon('person')), h('p', { class: 'person-name' }, words('mine.nobody'))), h('p', { class: 'hint' }, words('mine.nobodyText')));

function switcher({ shop, words, visitor, stay }) {
  const choice = (id, name, level) =>
    h(
      'button',
      { class: 'choice', type: 'button', 'aria-pressed': String(visitor.id === id), 'data-shopper': id || 'nobody', onclick: () => visitor.id !== id && stay(id) },
      h('span', { class: 'choice-face', 'aria-hidden': 'true' }, id ? [...name][0] : icon('person')),
      h('span', {}, name),
      level ? h('span', { class: 'choice-level' }, level) : null,
    );
  return h(
    'div',
    { class: 'panel' },
    h('h2', {}, words('mine.switch')),
    h('p', { class: 'hint' }, words('mine.switchText')),
    h('div', { class: 'choices' }, ...shop.shoppers.map((shopper) => choice(shopper.id, shopper.name, shopper.memberLevel ?? words('mine.new'))), choice('', words('nobody'), null)),
  );
}

function orders(scene) {
  const { signed, words } = scene;
  if (!signed || signed.orders.length === 0) {
    return [h('div', { class: 'panel none' }, icon('bag'), h('b', {}, words(signed ? 'mine.noOrders' : 'mine.signIn')), h('p', {}, words(signed ? 'mine.noOrdersText' : 'mine.signInText')))];
  }
  return signed.orders.map((order) => orderCard(order, scene));
}

function orderCard(order, { words, links, shop }) {
  const sku = order.lines[0]?.sku;
  const presale = order.shipments.length === 0 && order.status !== 'cancelled' ? shop.products.find((product) => product.sku === sku && product.presaleShipAt) : null;
  const amount = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return h(
    'article',
    { class: 'panel order', 'data-order': order.id },
    h('header', { class: 'order-head' }, h('span', {}, words.minute(order.placedAt)), h('span', { class: 'order-id' }, words('order.id', { id: order.id })), h('b', { class: `status status-${order.status}` }, words(`status.${order.status}`))),
    ...order.lines.map((line) =>
      h('div', { class: 'bought' }, h('a', { href: links.product(line.sku), tabindex: '-1', 'aria-hidden': 'true' }, pictureOf(line.sku, '')), h('div', { class: 'line-words' }, h('a', { class: 'line-name', href: links.product(line.sku) }, line.name), line.presale ? h('span', { class: 'mini' }, words('tag.presale')) : null), line.price ? priceOf(line.price, words, 'price price-small') : null, h('span', { class: 'times' }, `×${line.quantity}`)),
    ),
    presale ? h('p', { class: 'parcel' }, icon('clock'), words('order.ships', { date: words.day(presale.presaleShipAt) })) : null,
    ...order.shipments.map((shipment) => parcel(shipment, words)),
    ...order.afterSales.map((claim) => h('p', { class: 'claim' }, icon('back'), `${words(`claim.${claim.kind}`)} · ${words(`claim.${claim.status}`)}`, claim.amount ? ` · ¥${claim.amount}` : null, claim.reason ? ` · ${claim.reason}` : null)),
    h('footer', { class: 'order-foot' }, h('span', {}, order.region ? `${words('order.to', { region: order.region })} · ` : null, words('order.items', { n: amount })), order.total ? h('span', { class: 'order-total' }, words('order.paid'), priceOf(order.total, words)) : null, askButton(words('mine.ask'), 'button button-small button-quiet')),
  );
}

function parcel(shipment, words) {
  const events = [...(shipment.events ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1));
  const head = [icon('truck'), h('b', {}, shipment.status ?? ''), h('span', {}, words('order.parcel', { carrier: shipment.carrier ?? '', no: shipment.trackingNo ?? '' }))];
  const more = [
    shipment.estimatedAt && !shipment.deliveredAt ? h('p', {}, words('order.arrives', { date: words.minute(shipment.estimatedAt) })) : null,
    shipment.courierName ? h('p', {}, words('order.courier', { name: shipment.courierName, phone: shipment.courierPhone ?? '' })) : null,
    events.length > 0 ? h('ol', { class: 'events', 'aria-label': words('order.track') }, ...events.map((event) => h('li', {}, h('span', {}, event.text), h('time', { datetime: event.at }, words.minute(event.at))))) : null,
  ];
  return h('div', { class: 'parcel' }, h('p', { class: 'parcel-head' }, ...head), ...more);
}

function coupons(signed, words) {
  return h('div', { class: 'panel' }, h('h2', {}, words('mine.coupons')), signed.coupons.length > 0 ? h('ul', { class: 'coupons' }, ...signed.coupons.map((coupon) => ticket(coupon, words))) : h('p', { class: 'hint' }, words('mine.noCoupons')));
}

function ticket(coupon, words) {
  const value = coupon.kind === 'percent' ? words('coupon.percent', { n: words.lang === 'en' ? plain(coupon.value) : zhe(coupon.value) }) : `¥${plain(coupon.value)}`;
  const limits = [
    coupon.threshold ? words('coupon.over', { over: plain(coupon.threshold) }) : words('coupon.any'),
    coupon.appliesTo.categories.length > 0 ? words('coupon.categories', { categories: words.list(coupon.appliesTo.categories) }) : null,
    coupon.appliesTo.excludePresale ? words('coupon.noPresale') : null,
  ].filter(Boolean);
  const state = coupon.status === 'unused' ? (coupon.validTo ? words('coupon.until', { date: words.day(coupon.validTo) }) : '') : words(`coupon.${coupon.status}`);
  return h('li', { class: `ticket${coupon.status === 'unused' ? '' : ' ticket-gone'}` }, h('b', { class: 'ticket-value' }, value), h('div', {}, h('b', {}, coupon.name), h('p', {}, limits.join(' · ')), h('p', {}, state)));
}
