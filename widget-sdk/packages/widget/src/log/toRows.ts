import type { Message } from '@xiaoer/client';
import type { Row } from './Row.js';
import { sameDay } from './sameDay.js';

const PAUSE_WORTH_A_TIME = 5 * 60_000;

/** What the log shows from top to bottom. */
export function toRows(messages: readonly Message[]): Row[] {
  let timeBefore: number | null = null;
  return messages.map((message, index) => {
    const { at, author, agent } = message;
    const timed = at !== null && deservesTime(timeBefore, at);
    timeBefore = at ?? timeBefore;
    const before = messages[index - 1];
    return { message, time: timed ? at : null, first: timed || before?.author !== author || before.agent !== agent };
  });
}

function deservesTime(before: number | null, at: number): boolean {
  return before === null || at - before >= PAUSE_WORTH_A_TIME || !sameDay(new Date(before), new Date(at));
}
