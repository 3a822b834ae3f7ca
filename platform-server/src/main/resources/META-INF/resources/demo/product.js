import { canBuy, isSoldOut, shelve } from './decor.js';
import { h, icon, pictureOf } from './dom.js';
import { lost } from './frame.js';
import { addTo, askButton, cardOf, priceOf, stepper, tagOf } from './parts.js';
import { leavesOut, promisesOf } from './promises.js';
import { plain } from './words.js';

const OTHERS = 4;

export function drawProduct(scene) {
  const { shop, words, links, sku } = scene;
  const product = shop.products.find((one) => one.sku === sku);
  if (!product) {
    document.title = shop.name;
    return lost('parcel', words('missing.product'), words('missing.productText'), h('a', { class: 'button', href: links.home }, words('back.shop')));
  }
  document.title = `${product.name} · ${shop.name}`;
  return h(
    'div',
    { class: 'page' },
    h('nav', { class: 'crumbs' }, h('a', { href: links.home }, shop.name), h('span', { 'aria-hidden': 'true' }, '/'), h('span', {}, product.category ?? product.name)),
    h('div', { class: 'product' }, h('div', { class: 'product-picture' }, pictureOf(product.sku, product.name, 'picture picture-large'), tagOf(product, words)), about(product, scene)),
    h('section', { class: 'shelf' }, h('h2', {}, words('product.others')), h('div', { class: 'grid' }, ...others(product, shop).map((other) => cardOf(other, scene)))),
  );
}

/** Those of the same kind first. */
function others(product, shop) {
  const rest = shelve(shop.products, shop.slug).filter((other) => other.sku !== product.sku && canBuy(other));
  return [...rest.filter((other) => other.category === product.category), ...rest.filter((other) => other.category !== product.category)].slice(0, OTHERS);
}

function about(product, scene) {
  const { words, shop, links, basket } = scene;
  let quantity = 1;
  const promotion = shop.rules.find((rule) => rule.type === 'threshold_promotion')?.params;
  const deals = promotion && !leavesOut(promotion, product) ? promotion.tiers : [];
  return h(
    'div',
    { class: 'about' },
    h('h1', {}, product.name),
    h('div', { class: 'about-price' }, priceOf(product.price, words, 'price price-large'), h('span', { class: 'stock' }, stockOf(product, words))),
    deals.length > 0 ? h('p', { class: 'deals' }, ...deals.map((tier) => h('span', { class: 'deal' }, words('promise.promotion', { over: plain(tier.over), off: plain(tier.off) })))) : null,
    attributes(product, words),
    canBuy(product)
      ? h(
          'div',
          { class: 'buy' },
          stepper(1, words, (fresh) => {
            quantity = fresh;
          }),
          h('button', { class: 'button button-soft', type: 'button', onclick: () => addTo(basket, product, quantity, words, links) }, words('add')),
          h('a', { class: 'button', href: links.cart, onclick: () => basket.add(product.sku, quantity) }, words('buy')),
        )
      : h('p', { class: 'sold-out' }, words(isSoldOut(product) ? 'product.soldOut' : 'product.noPrice')),
    h('div', { class: 'ask' }, h('div', {}, h('b', {}, words('product.ask')), h('p', {}, words('product.askText'))), askButton(words('hero.ask'))),
    h('h2', { class: 'about-title' }, words('product.promises')),
    h('ul', { class: 'assurances' }, ...promisesOf(shop.rules.filter((rule) => rule.type !== 'threshold_promotion'), words).slice(0, 5).map(({ icon: symbol, title, text }) => h('li', {}, icon(symbol), h('b', {}, title), text ? h('span', {}, text) : null))),
  );
}

function stockOf(product, words) {
  if (isSoldOut(product)) return words('product.soldOut');
  if (product.presaleShipAt) return words('product.presale', { date: words.day(product.presaleShipAt) });
  return typeof product.stock === 'number' ? words('product.stock', { n: product.stock }) : '';
}

function attributes(product, words) {
  const rows = Object.entries(product.attributes ?? {}).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
  if (product.category) rows.unshift([words('product.category'), product.category]);
  return h('dl', { class: 'attributes', 'aria-label': words('product.attributes') }, ...rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}
