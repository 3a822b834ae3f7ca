import type { State } from '@xiaoer/client';
import type { TextKey } from '../words/Words.js';

/** What the line under the name says. */
export function statusOf({ online, ready, mode, officeHours }: Pick<State, 'online' | 'ready' | 'mode' | 'officeHours'>): TextKey {
  if (!online) return 'offline';
  if (mode === 'waiting') return officeHours?.open === false ? 'offline' : 'waiting';
  if (!ready) return 'connecting';
  return mode === 'bot' || mode === 'fallback' ? 'online' : mode;
}
