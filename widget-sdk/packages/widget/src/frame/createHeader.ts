import type { State } from '@xiaoer/client';
import type { Words } from '../words/Words.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { setText } from '../dom/setText.js';
import { svg } from '../dom/svg.js';
import { fillAvatar } from '../log/fillAvatar.js';
import { statusOf } from './statusOf.js';

export interface HeaderTools {
  readonly words: Words;
  readonly title: string;
  readonly avatarUrl: string | null;
  /** Null where the chat cannot be closed. */
  readonly onClose: (() => void) | null;
  onHandOver(): Promise<void>;
}

/** Who is talking, how things stand, and the way to a person. */
export function createHeader({ words, title, avatarUrl, onClose, onHandOver }: HeaderTools): { node: HTMLElement; draw(state: State): void } {
  const avatar = el('span', 'avatar', { 'aria-hidden': 'true' });
  const name = el('h2', 'title', { id: 'title' });
  const status = el('p', 'status', { id: 'status', role: 'status' });
  const badge = el('span', 'badge', { id: 'badge' }, words('staff'));
  const person = button('to-person', () => void ask(), { id: 'to-person' }, svg(ICONS.person, 18), words('toPerson'));
  const node = el('div', 'head', {}, avatar, el('div', 'words', {}, name, status), badge, person);
  if (onClose) node.append(button('tool', onClose, { id: 'close', 'aria-label': words('close') }, svg(ICONS.close)));

  async function ask(): Promise<void> {
    // the button is about to go: whoever is on it stays in the chat
    if (person.matches(':focus')) node.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    person.disabled = true;
    await onHandOver();
    person.disabled = false;
  }

  return {
    node,
    draw(state) {
      const { mode, agent, ready, session } = state;
      const shown = (mode === 'person' && agent) || title;
      if (name.textContent !== shown) fillAvatar(avatar, shown, shown === title ? avatarUrl : null);
      setText(name, shown);
      const key = statusOf(state);
      setText(status, words(key));
      status.classList.toggle('is-live', key === 'online' || key === 'person');
      badge.hidden = !session?.staff || mode !== 'bot';
      person.hidden = !ready || mode === 'waiting' || mode === 'person';
    },
  };
}
