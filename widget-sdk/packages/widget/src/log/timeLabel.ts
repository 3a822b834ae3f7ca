import type { Locale } from '../words/Locale.js';
import { sameDay } from './sameDay.js';

/** A time as people write it in a chat: just the hour today, else with the date. */
export function timeLabel(at: number, now: number, locale: Locale): string {
  const then = new Date(at);
  const date: Intl.DateTimeFormatOptions = sameDay(then, new Date(now)) ? {} : { dateStyle: 'medium' };
  return then.toLocaleString(locale, { timeStyle: 'short', hourCycle: 'h23', ...date });
}
