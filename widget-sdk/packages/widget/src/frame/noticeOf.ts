import type { State } from '@xiaoer/client';
import type { Words } from '../words/Words.js';

type Known = Pick<State, 'mode' | 'place' | 'officeHours' | 'online' | 'reachable'>;

/** Two lines, empty where there is nothing to say. Trouble comes first: what just failed, the network, then the wait. */
export function noticeOf({ mode, place, officeHours, online, reachable }: Known, told: string, words: Words): [string, string] {
  if (told) return [told, ''];
  if (!online) return [words('noNetwork'), ''];
  if (!reachable) return [words('shaky'), ''];
  if (mode !== 'waiting') return ['', ''];
  if (officeHours?.open === false) return [words('away'), officeHours.text || words('leave')];
  return [words('waiting'), place !== null && place > 1 ? words('ahead', place - 1) : words('next')];
}
