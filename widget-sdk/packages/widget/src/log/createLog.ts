import type { State } from '@xiaoer/client';
import type { LogTools } from './LogTools.js';
import type { Row } from './Row.js';
import { attributes } from '../dom/attributes.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';
import { createMessageNode, type MessageNode } from './createMessageNode.js';
import { createScroll } from './createScroll.js';
import { timeLabel } from './timeLabel.js';
import { toRows } from './toRows.js';

export interface Log {
  /** The scroller, and the button that leads to its end. */
  readonly nodes: readonly HTMLElement[];
  draw(state: State): void;
  toEnd(): void;
}

/** Everything said so far; `foot` stands below it. */
export function createLog(tools: LogTools, foot: HTMLElement): Log {
  const { words, locale } = tools;
  const log = el('div', 'log', { id: 'log', role: 'log' });
  const dots = el('span', 'bubble dots', { role: 'img', 'aria-label': words('typing') }, el('i', ''), el('i', ''), el('i', ''));
  const typing = el('div', 'message message-clerk is-first typing', { id: 'typing' }, tools.avatar(null), dots);
  const scroller = el('div', 'scroller', { id: 'scroller', tabindex: 0, role: 'region', 'aria-label': words('log') }, log, typing, foot);
  const jump = button('jump', () => undefined, { hidden: true }, svg(ICONS.down, 16), words('news'));
  const scroll = createScroll(scroller, jump);
  const shown = new Map<string, MessageNode>();
  let lastKey = '';

  function place(rows: readonly Row[]): void {
    const gone = new Map(shown);
    let next = log.firstChild;
    for (const { message, time, first } of rows) {
      const line = shown.get(message.id) ?? createMessageNode(message, tools);
      shown.set(message.id, line);
      gone.delete(message.id);
      line.update(message, first, time === null ? '' : timeLabel(time, Date.now(), locale));
      if (line.node === next) next = next.nextSibling;
      else log.insertBefore(line.node, next);
    }
    gone.forEach(({ node }, id) => {
      node.remove();
      shown.delete(id);
    });
  }

  return {
    nodes: [scroller, jump],
    toEnd: scroll.toEnd,
    draw({ ready, messages, typing: busy, agent }) {
      if (busy) typing.firstChild?.replaceWith(tools.avatar(agent));
      typing.hidden = ready && !busy;
      attributes(log, { 'aria-busy': String(!ready) });
      place(toRows(messages));
      const last = messages[messages.length - 1];
      const news = last !== undefined && last.id !== lastKey;
      lastKey = last?.id ?? '';
      if (news && last.author === 'shopper') scroll.toEnd();
      else scroll.grown(news);
    },
  };
}
