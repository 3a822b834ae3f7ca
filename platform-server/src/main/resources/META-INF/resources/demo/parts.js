import { canBuy, isSoldOut } from './decor.js';
import { h, icon, pictureOf } from './dom.js';
import { toast } from './frame.js';
import { price as split } from './words.js';
import { MOST_OF_ONE } from './basket.js';

const FEW = 10;

export function priceOf(amount, words, className = 'price') {
  if (amount === null || amount === undefined) return h('span', { class: `${className} price-none` }, words('product.noPrice'));
  const { whole, cents } = split(amount);
  return h('span', { class: className }, h('span', { class: 'price-sign' }, '¥'), h('span', { class: 'price-whole' }, whole), cents ? h('span', { class: 'price-cents' }, cents) : null);
}

/** What a picture's corner says of a product, if anything. */
export function tagOf(product, words) {
  if (isSoldOut(product)) return h('span', { class: 'tag tag-gone' }, words('tag.soldOut'));
  if (product.presaleShipAt) return h('span', { class: 'tag tag-presale' }, words('tag.presale'));
  if (typeof product.stock === 'number' && product.stock <= FEW) return h('span', { class: 'tag tag-few' }, words('tag.few', { n: product.stock }));
  return null;
}

/** The first thing there is to say of a product. */
const summaryOf = (product) => Object.values(product.attributes ?? {}).slice(0, 2).map(String).join(' · ');

export function cardOf(product, { words, links, basket }) {
  return h(
    'article',
    { class: `card${isSoldOut(product) ? ' card-gone' : ''}`, 'data-sku': product.sku },
    h('a', { class: 'card-link', href: links.product(product.sku) }, pictureOf(product.sku, product.name), tagOf(product, words), h('h3', { class: 'card-name' }, product.name)),
    h('p', { class: 'card-text' }, summaryOf(product)),
    h(
      'div',
      { class: 'card-foot' },
      priceOf(product.price, words),
      canBuy(product)
        ? h('button', { class: 'add', type: 'button', 'aria-label': `${words('add')} ${product.name}`, onclick: () => addTo(basket, product, 1, words, links) }, icon('plus'))
        : null,
    ),
  );
}

export function addTo(basket, product, quantity, words, links) {
  basket.add(product.sku, quantity);
  toast(words('added'), { label: words('added.look'), href: links.cart });
}

/** Buttons around a number. */
export function stepper(quantity, words, onChange) {
  let now = quantity;
  const number = h('input', { class: 'stepper-number', inputmode: 'numeric', value: now, 'aria-label': words('product.quantity'), onchange: () => to(Number(number.value)) });
  const less = h('button', { type: 'button', 'aria-label': words('product.less'), onclick: () => to(now - 1) }, icon('minus'));
  const more = h('button', { type: 'button', 'aria-label': words('product.more'), onclick: () => to(now + 1) }, icon('plus'));

  function to(wish) {
    now = Math.min(Math.max(1, Math.trunc(wish) || 1), MOST_OF_ONE);
    draw();
    onChange(now);
  }

  function draw() {
    number.value = String(now);
    less.disabled = now <= 1;
    more.disabled = now >= MOST_OF_ONE;
  }

  draw();
  return h('div', { class: 'stepper' }, less, number, more);
}

/** A button that opens the chat, wherever the shop wants it. */
export const askButton = (label, className = 'button button-quiet') => h('button', { class: className, type: 'button', 'data-xiaoer-open': true }, icon('chat'), label);
