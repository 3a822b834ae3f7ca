/** A time as people write it in a chat: just the hour today, then yesterday, then the date. */
export function timeLabel(at, now, locale, words) {
  const then = new Date(at);
  const today = new Date(now);
  const time = format(then, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (sameDay(then, today)) return time;
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (sameDay(then, yesterday)) return words('time.yesterday', { time });
  const year = then.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' };
  const month = locale === 'en' ? 'short' : 'long';
  return `${format(then, locale, { ...year, month, day: 'numeric' })} ${time}`;
}

export function sameDay(one, other) {
  return one.toDateString() === other.toDateString();
}

function format(date, locale, options) {
  return new Intl.DateTimeFormat(locale, options).format(date);
}
