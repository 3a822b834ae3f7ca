import { cutoutOf, h, icon } from './dom.js';
import { chatAddress } from './widget.js';

/** What is around each of a shop's pages: a note that it is a demo, the shop's head, its foot, and a bar to reach by thumb. */
export function createFrame({ shop, words, links, page, visitor, basket }) {
  const person = shop.shoppers.find((shopper) => shopper.id === visitor.id)?.name ?? words('nobody');
  const counts = [];

  function counter() {
    const badge = h('span', { class: 'count' });
    counts.push(badge);
    return badge;
  }

  function count() {
    counts.forEach((badge) => {
      badge.textContent = String(basket.count());
      badge.hidden = basket.count() === 0;
    });
  }

  const link = (name, symbol, label, ...more) =>
    h('a', { href: links[name], class: 'nav-link', 'aria-current': page === name ? 'page' : null }, icon(symbol), h('span', {}, label), ...more);

  const note = h(
    'div',
    { class: 'note' },
    h('span', { class: 'note-words' }, words('note.demo')),
    h('a', { href: '/demo' }, words('note.start')),
    h('a', { href: otherLanguage(words.lang), hreflang: words.lang === 'en' ? 'zh-CN' : 'en' }, words('note.language')),
  );
  const head = h(
    'header',
    { class: 'head' },
    h(
      'div',
      { class: 'head-inside' },
      h('a', { class: 'sign', href: links.home }, h('span', { class: 'sign-mark', 'aria-hidden': 'true' }, [...shop.name][0]), h('span', { class: 'sign-name' }, shop.name)),
      h(
        'nav',
        { class: 'nav', 'aria-label': words('nav.label') },
        link('home', 'home', words('nav.home')),
        link('cart', 'bag', words('nav.cart'), counter()),
        link('mine', 'person', page === 'mine' ? words('nav.mine') : person),
      ),
    ),
  );
  const bar = h(
    'nav',
    { class: 'bar', 'aria-label': words('nav.label') },
    link('home', 'home', words('nav.home')),
    link('cart', 'bag', words('nav.cart'), counter()),
    link('mine', 'person', words('nav.mine')),
  );
  const foot = h(
    'footer',
    { class: 'foot' },
    h('p', { class: 'foot-name' }, shop.name),
    h('p', {}, words('foot.clerk')),
    h('p', { class: 'foot-links' }, h('a', { href: chatAddress(shop.widgetKey, null) }, words('foot.chat')), h('a', { href: '/login' }, words('foot.portal')), h('a', { href: '/demo' }, words('note.start'))),
  );
  basket.onChange(count);
  count();
  return { note, head, bar, foot };
}

function otherLanguage(lang) {
  const query = new URLSearchParams(location.search);
  query.set('lang', lang === 'en' ? 'zh' : 'en');
  return `?${query}`;
}

let hiding;

/** A short word at the lower edge; it goes by itself. */
export function toast(text, action = null) {
  const box = document.getElementById('toast');
  box.replaceChildren(h('span', {}, text), action ? h('a', { href: action.href ?? '#', onclick: action.onclick }, action.label) : '');
  box.classList.add('toast-on');
  clearTimeout(hiding);
  hiding = setTimeout(() => box.classList.remove('toast-on'), 4000);
}

/** Instead of a page: what is not there, and where to go. */
export function lost(symbol, title, text, ...actions) {
  return h('section', { class: 'lost' }, cutoutOf(symbol, 'lost-art'), h('h1', {}, title), h('p', {}, text), h('p', { class: 'lost-actions' }, ...actions));
}
