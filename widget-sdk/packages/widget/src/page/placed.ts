import type { Page, Session } from '@xiaoer/client';

/** Whether the shop wants the chat on pages of this kind. */
export function placed(session: Session | null, kind: Page['kind']): boolean {
  if (session === null) return false;
  return kind === 'other' || session.placement[kind];
}
