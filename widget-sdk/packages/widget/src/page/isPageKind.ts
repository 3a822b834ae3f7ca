import type { Page } from '@xiaoer/client';

export function isPageKind(text: string | null): text is Page['kind'] {
  return text === 'product' || text === 'cart' || text === 'mine' || text === 'other';
}
