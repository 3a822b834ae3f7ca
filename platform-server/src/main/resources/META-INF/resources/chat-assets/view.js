import { fillAvatar } from './avatar.js';
import { createMessageNode } from './message-node.js';
import { toRows } from './rows.js';
import { createScroll } from './scroll.js';
import { timeLabel } from './time.js';

const STATUS_OF_MODE = { waiting: 'status.waiting', person: 'status.person', closed: 'status.closed' };

/** The page's elements, drawn from the store's state; it decides nothing and remembers only what is on screen. */
export function createView({ root = document, onChoice, onRetry, onTakeBack }) {
  const part = (id) => root.getElementById(id);
  const [log, typing, scroller, jump] = ['log', 'typing', 'scroller', 'jump'].map(part);
  const scroll = createScroll({ scroller, jump });
  const shown = new Map();
  let words = null;
  let locale = null;
  let theme = { title: '', avatarUrl: null };
  let lastKey = null;

  function makeAvatar() {
    const node = document.createElement('span');
    node.className = 'avatar';
    node.setAttribute('aria-hidden', 'true');
    fillAvatar(node, theme);
    return node;
  }

  function nodeFor(row) {
    if (row.type === 'message') return createMessageNode(row, { words, makeAvatar, onChoice, onRetry, onTakeBack });
    const node = document.createElement('p');
    node.className = 'time';
    return {
      node,
      update({ at }) {
        node.textContent = timeLabel(at, Date.now(), locale, words);
      },
    };
  }

  function drawLog(messages) {
    const rows = toRows(messages);
    const keys = new Set(rows.map((row) => row.key));
    for (const [key, entry] of shown) {
      if (keys.has(key)) continue;
      entry.node.remove();
      shown.delete(key);
    }
    let place = log.firstChild;
    for (const row of rows) {
      if (!shown.has(row.key)) shown.set(row.key, nodeFor(row));
      const entry = shown.get(row.key);
      entry.update(row);
      if (entry.node === place) place = place.nextSibling;
      else log.insertBefore(entry.node, place);
    }
  }

  function follow(messages) {
    const last = messages[messages.length - 1];
    const news = last !== undefined && last.id !== lastKey;
    lastKey = last?.id ?? null;
    if (!news) scroll.settled();
    else if (last.author === 'shopper') scroll.toEnd();
    else scroll.grown();
  }

  function drawStatus({ ready, online, mode }) {
    const key = STATUS_OF_MODE[mode] ?? 'status.online';
    const shownKey = online ? (ready ? key : 'status.connecting') : 'status.offline';
    setText(part('status'), words(shownKey));
    part('status').classList.toggle('status-off', shownKey === 'status.offline' || shownKey === 'status.connecting' || mode === 'closed');
  }

  function drawBanner({ online, reachable }) {
    const key = online ? (reachable ? null : 'banner.unreachable') : 'banner.offline';
    part('banner').hidden = key === null;
    setText(part('banner'), key ? words(key) : '');
  }

  return {
    /** Changes the page's language; what is already in the log is drawn anew in it. */
    speak(newWords, newLocale) {
      words = newWords;
      locale = newLocale;
      document.documentElement.lang = locale;
      log.replaceChildren();
      shown.clear();
      scroller.setAttribute('aria-label', words('log.label'));
      typing.querySelector('.dots').setAttribute('aria-label', words('log.typing'));
      jump.querySelector('span').textContent = words('log.newMessages');
      part('badge').textContent = words('badge.staff');
      part('empty').textContent = words('log.empty');
    },

    dress({ title, avatarUrl }) {
      if (title === theme.title && avatarUrl === theme.avatarUrl) return;
      theme = { title, avatarUrl };
      document.title = title;
      setText(part('title'), title);
      const avatars = [part('avatar'), ...scroller.querySelectorAll('.avatar')];
      avatars.forEach((node) => fillAvatar(node, theme));
    },

    draw(state, messages) {
      part('skeleton').hidden = state.ready;
      part('empty').hidden = !state.ready || messages.length > 0;
      part('badge').hidden = !(state.staff && state.mode === 'bot');
      typing.hidden = !state.typing;
      log.setAttribute('aria-busy', String(!state.ready));
      drawStatus(state);
      drawBanner(state);
      drawLog(messages);
      follow(messages);
    },

    /** Replaces the chat with one friendly page that says why there is none. */
    showPage(name, onAction = null) {
      part('app').hidden = true;
      part('page').hidden = false;
      part('page-title').textContent = words(`page.${name}.title`);
      part('page-text').textContent = words(`page.${name}.text`);
      document.title = words(`page.${name}.title`);
      const action = part('page-action');
      action.hidden = onAction === null;
      if (onAction) {
        action.textContent = words(`page.${name}.action`);
        action.onclick = onAction;
      }
      part('page-title').focus();
    },
  };
}

/** Unchanged text is left alone: a live region would read it out again. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
