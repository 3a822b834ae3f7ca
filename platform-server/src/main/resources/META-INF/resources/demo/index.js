import { createLinks, readAddress } from './address.js';
import { readShopper, readShops } from './api.js';
import { paint } from './colours.js';
import { windowOf } from './decor.js';
import { cutoutOf, h, icon } from './dom.js';
import { lost, toast } from './frame.js';
import { START_WORDS } from './index-words.js';
import { chatAddress } from './widget.js';

const app = document.getElementById('app');
const lang = readAddress(location).lang ?? 'zh-CN';

function words(key, parts = {}) {
  return START_WORDS[lang][key].replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
}

/** Leads to the chat page as a shopper, once the shop has signed who that is. */
function chatAs(shop, shopper) {
  const link = h('a', { class: 'pill', href: chatAddress(shop.widgetKey, null) }, shopper.name);
  readShopper(shop.slug, shopper.id).then(({ data }) => {
    if (data) link.href = chatAddress(shop.widgetKey, data.identity);
  });
  return link;
}

function shopCard(shop) {
  const links = createLinks(shop.slug, { lang: lang === 'en' ? 'en' : null });
  const asShopper = (id) => createLinks(shop.slug, { lang: lang === 'en' ? 'en' : null, as: id }).mine;
  const about = START_WORDS[lang][`about.${shop.slug}`];
  const card = h(
    'article',
    { class: 'shop', 'data-shop': shop.slug },
    h('a', { class: 'shop-window', href: links.home, tabindex: '-1', 'aria-hidden': 'true' }, ...windowOf(shop.slug).show.map((sku) => cutoutOf(sku, 'shop-thing'))),
    h(
      'div',
      { class: 'shop-words' },
      h('h3', {}, shop.name, h('span', {}, words('goods', { n: shop.products.length }))),
      about ? h('p', { class: 'soft' }, about) : null,
      h('p', { class: 'shop-people' }, ...shop.shoppers.map((shopper) => h('a', { class: 'pill', href: asShopper(shopper.id), title: words('as') }, icon('person'), shopper.name, shopper.memberLevel ? h('small', {}, shopper.memberLevel) : null))),
      h('p', { class: 'shop-chat' }, h('span', { class: 'soft' }, icon('chat'), words('chat')), h('a', { class: 'pill', href: chatAddress(shop.widgetKey, null) }, words('chat.guest')), shop.shoppers.length > 0 ? chatAs(shop, shop.shoppers[0]) : null),
      h('a', { class: 'button', href: links.home }, words('visit'), icon('arrow')),
    ),
  );
  paint(card, shop.theme.primaryColor);
  return card;
}

function logins(items) {
  const rows = items.flatMap(({ shop, logins: people }) => people.map(({ email, role }) => ({ shop, email, role })));
  return h(
    'ul',
    { class: 'logins' },
    ...rows.map(({ shop, email, role }) =>
      h('li', {}, h('b', {}, shop.name), h('span', { class: 'role' }, words(`role.${role}`)), h('code', {}, email), h('button', { type: 'button', class: 'copy', onclick: () => copy(email) }, words('copy'))),
    ),
  );
}

async function copy(email) {
  try {
    await navigator.clipboard.writeText(email);
    toast(words('copied', { email }));
  } catch {
    toast(email);
  }
}

function draw(items) {
  app.replaceChildren(
    h(
      'header',
      { class: 'top' },
      h('span', { class: 'brand' }, words('brand')),
      h('a', { href: lang === 'en' ? '/demo' : '/demo?lang=en', hreflang: lang === 'en' ? 'zh-CN' : 'en' }, words('language')),
    ),
    h(
      'main',
      { class: 'start' },
      h('section', { class: 'welcome' }, h('h1', {}, words('heading')), h('p', {}, words('lead'))),
      h('h2', {}, words('shops')),
      h('div', { class: 'shops' }, ...items.map(({ shop }) => shopCard(shop))),
      h('h2', {}, words('behind')),
      h(
        'div',
        { class: 'behind' },
        h('section', { class: 'box box-portal' }, h('h3', {}, words('portal')), h('p', { class: 'soft' }, words('portal.text')), logins(items), h('p', { class: 'soft' }, words('password')), h('a', { class: 'button', href: '/login' }, words('portal.open'))),
        h(
          'div',
          { class: 'boxes' },
          h('section', { class: 'box' }, h('h3', {}, words('vendor')), h('p', { class: 'soft' }, words('vendor.text')), h('p', { class: 'soft' }, words('vendor.login')), h('a', { class: 'button button-quiet', href: '/vendor' }, words('vendor.open'))),
          h('section', { class: 'box' }, h('h3', {}, words('own')), h('p', { class: 'soft' }, words('own.text')), h('a', { class: 'button button-quiet', href: '/signup' }, words('own.open'))),
        ),
      ),
    ),
  );
  app.removeAttribute('aria-busy');
}

async function open() {
  document.documentElement.lang = lang;
  document.title = words('title');
  const { data, error } = await readShops();
  const again = h('button', { class: 'button', type: 'button', onclick: () => location.reload() }, words('again'));
  if (error !== undefined) app.replaceChildren(lost('nothing', words('failed'), words('failedText'), again));
  else if (data.items.length === 0) app.replaceChildren(lost('nothing', words('empty'), words('emptyText'), again));
  else draw(data.items);
}

open();
