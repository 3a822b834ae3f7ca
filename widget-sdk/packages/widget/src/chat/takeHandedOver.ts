import type { HandedOver } from './HandedOver.js';
import { handedOverIn } from './handedOverIn.js';

/** Takes it out of the address bar, so that it is not shared, bookmarked or left in the history by accident. */
export function takeHandedOver(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'state' | 'replaceState'>,
): HandedOver {
  const found = handedOverIn(location.hash);
  if (found.staffCode !== null || found.identity !== null) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return found;
}
