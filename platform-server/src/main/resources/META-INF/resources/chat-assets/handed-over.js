/** What a link hands over in its fragment: `#staff=CODE` of a staff link, `#identity=JWT` of the shop; null where there is none. */
export function handedOverIn(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return { staffCode: clean(parts.get('staff')), identity: clean(parts.get('identity')) };
}

/** Takes it from the address bar, so that it is not shared, bookmarked or left in the history by accident. */
export function takeHandedOver(location = window.location, history = window.history) {
  const found = handedOverIn(location.hash);
  if (found.staffCode !== null || found.identity !== null) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return found;
}

/**
 * The customer an identity is about, to keep what the page remembers of one apart from what it remembers of another. It is not
 * checked here: the server does that.
 */
export function customerOf(identity) {
  try {
    const payload = identity.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes));
    return sub === undefined ? null : String(sub);
  } catch {
    return null;
  }
}

function clean(value) {
  return value === null || value.trim() === '' ? null : value.trim();
}
