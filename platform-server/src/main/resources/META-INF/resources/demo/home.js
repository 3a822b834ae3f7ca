import { shelve, windowOf } from './decor.js';
import { cutoutOf, h, icon } from './dom.js';
import { askButton, cardOf } from './parts.js';
import { promisesOf } from './promises.js';

const PROMISES = 4;

export function drawHome(scene) {
  const { shop, words, links } = scene;
  document.title = shop.name;
  const decor = windowOf(shop.slug);
  const text = decor[words.lang];
  const products = shelve(shop.products, shop.slug);
  const grid = h('div', { class: 'grid' });

  function show(category) {
    grid.replaceChildren(...products.filter((product) => category === null || product.category === category).map((product) => cardOf(product, scene)));
    chips.querySelectorAll('button').forEach((chip) => chip.setAttribute('aria-pressed', String(chip.dataset.category === (category ?? ''))));
  }

  const categories = [...new Set(products.map((product) => product.category).filter(Boolean))];
  const chip = (label, category) => h('button', { class: 'chip', type: 'button', 'data-category': category ?? '', onclick: () => show(category) }, label);
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': words('shelf.categories') }, chip(words('shelf.all'), null), ...categories.map((category) => chip(category, category)));
  show(null);

  const lead = shop.products.some((product) => product.sku === decor.lead) ? links.product(decor.lead) : '#shelf';
  return h(
    'div',
    { class: 'page' },
    h(
      'section',
      { class: 'hero' },
      h(
        'div',
        { class: 'hero-words' },
        h('p', { class: 'eyebrow' }, text.eyebrow),
        h('h1', {}, ...text.title.split('\n').map((line) => h('span', {}, line))),
        h('p', { class: 'hero-text' }, text.text),
        h('p', { class: 'hero-actions' }, h('a', { class: 'button', href: lead }, words('hero.shop'), icon('arrow')), askButton(words('hero.ask'))),
      ),
      h('div', { class: 'hero-art', 'aria-hidden': 'true' }, ...decor.show.map((sku) => cutoutOf(sku, 'hero-thing'))),
    ),
    promiseStrip(promisesOf(shop.rules, words).slice(0, PROMISES)),
    h('section', { class: 'shelf', id: 'shelf' }, h('h2', {}, words('shelf.title')), chips, grid),
  );
}

const promiseStrip = (promises) =>
  promises.length === 0
    ? null
    : h('ul', { class: 'promises' }, ...promises.map(({ icon: symbol, title, text }) => h('li', {}, icon(symbol), h('div', {}, h('b', {}, title), text ? h('span', {}, text) : null))));
