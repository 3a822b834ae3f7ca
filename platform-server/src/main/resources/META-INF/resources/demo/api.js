/** Asks the demo for what its pages show: {data} or {error}, the status or 0 where nobody answered. */
async function ask(path) {
  try {
    const response = await fetch(`/demo/api${path}`, { headers: { Accept: 'application/json' } });
    return response.ok ? { data: await response.json() } : { error: response.status };
  } catch {
    return { error: 0 };
  }
}

const shop = (slug) => `/shops/${encodeURIComponent(slug)}`;

export const readShops = () => ask('/shops');
export const readShop = (slug) => ask(shop(slug));
export const readShopper = (slug, id) => ask(`${shop(slug)}/shoppers/${encodeURIComponent(id)}`);
export const readCart = (slug, lines) =>
  ask(`${shop(slug)}/cart?items=${lines.map(({ sku, quantity }) => encodeURIComponent(`${sku}:${quantity}`)).join(',')}`);
