import { sameDay } from './time.js';

const PAUSE_WORTH_A_TIME = 5 * 60_000;
const PAUSE_BREAKING_A_GROUP = 2 * 60_000;

/**
 * What the log shows from top to bottom: messages with their place in a run by the same author (`first`, `last`), and
 * {type: "time"} rows after a pause or at the start of a day.
 */
export function toRows(messages) {
  const rows = [];
  let before = null;
  let timeBefore = null;
  for (const message of messages) {
    const timed = message.at !== null && deservesTime(timeBefore, message.at);
    if (timed) rows.push({ type: 'time', key: `time:${message.id}`, at: message.at });
    const first = timed || before === null || !sameGroup(before, message);
    if (first) closeGroup(rows);
    rows.push({ type: 'message', key: message.id, message, first, last: false });
    before = message;
    timeBefore = message.at ?? timeBefore;
  }
  closeGroup(rows);
  return rows;
}

function deservesTime(before, at) {
  return before === null || at - before >= PAUSE_WORTH_A_TIME || !sameDay(new Date(before), new Date(at));
}

function sameGroup(one, other) {
  if (one.author !== other.author) return false;
  if (one.at === null || other.at === null) return true;
  return other.at - one.at < PAUSE_BREAKING_A_GROUP;
}

function closeGroup(rows) {
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    if (rows[at].type === 'message') {
      rows[at].last = true;
      return;
    }
  }
}
