import { createClient } from './xiaoer-client.esm.js';
import { createIds } from './createIds.js';
import { wxBacking } from './wxBacking.js';
import { wxTransport } from './wxTransport.js';

/** The chat client in a mini-program; `identity` is what the shop's server has signed for the customer `shopper`. */
export async function createShopClient(wx, { server, widgetKey, identity, shopper, page }) {
  return createClient({
    server,
    widgetKey,
    identity,
    shopper,
    page,
    transport: wxTransport(wx),
    backing: wxBacking(wx),
    newId: await createIds(wx),
  });
}
