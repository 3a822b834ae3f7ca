const LANGUAGES = ['zh-CN', 'en'];

/**
 * What the page's address asks for.
 *
 * @param {{pathname: string, search: string}} location
 */
export function readAddress({ pathname, search }) {
  const [slug = '', page = '', rest = ''] = pathname
    .replace(/^\/demo\/shop\/?/, '')
    .split('/')
    .map(decode);
  const query = new URLSearchParams(search);
  const lang = query.get('lang');
  return {
    slug,
    page: page === '' ? 'home' : page,
    sku: page === 'product' ? rest : null,
    lang: LANGUAGES.find((known) => known.toLowerCase() === String(lang).toLowerCase()) ?? (lang === 'zh' ? 'zh-CN' : null),
    as: query.get('as'),
  };
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Addresses of a shop's pages that keep the language, and the shopper where the browser keeps nothing. */
export function createLinks(slug, { lang = null, as = null } = {}) {
  const query = new URLSearchParams();
  if (lang) query.set('lang', lang === 'zh-CN' ? 'zh' : lang);
  if (as !== null) query.set('as', as);
  const tail = query.size > 0 ? `?${query}` : '';
  const to = (path) => `/demo/shop/${encodeURIComponent(slug)}${path}${tail}`;
  return {
    home: to(''),
    cart: to('/cart'),
    mine: to('/mine'),
    product: (sku) => to(`/product/${encodeURIComponent(sku)}`),
  };
}
