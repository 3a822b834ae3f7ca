import { createApi, isResting, isSignedOut } from './api.js';
import { createComposer } from './composer.js';
import { createConversation } from './conversation.js';
import { customerOf, handedOverIn, takeHandedOver } from './handed-over.js';
import { createWords, pickLocale } from './i18n.js';
import { newId } from './ids.js';
import { createOutbox } from './outbox.js';
import { createStorage } from './storage.js';
import { createStore } from './store.js';
import { applyBrand } from './theme.js';
import { createView } from './view.js';
import { fitAboveKeyboard } from './viewport.js';

const AWAY_FOR_LONG = 20_000;

const widgetKey = widgetKeyOf(window.location.pathname);
const { staffCode, identity } = takeHandedOver();
const customer = identity === null ? null : customerOf(identity);
const storage = createStorage(customer === null ? widgetKey : `${widgetKey}/${customer}`);
const store = createStore();
const outbox = createOutbox(storage);
const api = createApi({ widgetKey, visitorId: visitorId(), staffCode, identity });
const conversation = createConversation({ api, storage, store, outbox, onSession, onRefused });
const view = createView({
  onChoice: (choice) => conversation.say(choice.label, choice.id),
  onRetry: () => conversation.retry(),
  onTakeBack(id) {
    composer.prepend(conversation.takeBack(id));
    composer.focus();
  },
});
const composer = createComposer({
  form: document.getElementById('composer'),
  input: document.getElementById('input'),
  counter: document.getElementById('counter'),
  button: document.getElementById('send'),
  onSend: (text) => conversation.say(text),
  onDraft: (text) => storage.write('draft', text),
});

let locale = null;
dressAsLastTime();
composer.prepend(storage.read('draft') ?? '');
store.set({ online: navigator.onLine !== false });
draw();
store.subscribe(drawSoon());
watchConnection();
fitAboveKeyboard();
if (window.matchMedia('(pointer: fine)').matches) composer.focus();
conversation.start();

function widgetKeyOf(path) {
  const segments = path.split('/').filter((segment) => segment !== '');
  return decodeURIComponent(segments[segments.length - 1] ?? '');
}

function visitorId() {
  const known = storage.read('visitor');
  if (typeof known === 'string') return known;
  const id = newId();
  storage.write('visitor', id);
  return id;
}

/** The last look of the shop is kept, so that a returning shopper sees it before the server has answered. */
function onSession({ theme }) {
  storage.write('theme', theme ?? {});
  dress(theme ?? {});
}

/** A first visit shows placeholders rather than a name that would change a moment later. */
function dressAsLastTime() {
  const theme = storage.read('theme');
  if (theme !== null) dress(theme);
  else paint({});
}

function paint(theme) {
  speak(pickLocale([theme.locale, ...(navigator.languages ?? [navigator.language])]));
  applyBrand(theme.primaryColor);
}

function dress(theme) {
  paint(theme);
  view.dress({ title: theme.title || createWords(locale)('title.default'), avatarUrl: theme.avatarUrl });
}

function speak(newLocale) {
  if (newLocale === locale) return;
  locale = newLocale;
  const words = createWords(locale);
  view.speak(words, locale);
  composer.speak(words);
}

function onRefused(error) {
  if (error.status === 404) view.showPage('unknown');
  else if (identity !== null && isSignedOut(error)) view.showPage('identity');
  else if (isResting(error)) view.showPage('resting', () => window.location.reload());
  else if (error.status === 403 && staffCode !== null) view.showPage('staff', () => window.location.reload());
  else view.showPage('unavailable', () => window.location.reload());
}

function draw() {
  view.draw(store.state, store.messages);
}

/** Several changes in one go are drawn once. */
function drawSoon() {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw();
    });
  };
}

function watchConnection() {
  let hiddenSince = 0;
  window.addEventListener('online', () => {
    store.set({ online: true });
    conversation.wake();
  });
  window.addEventListener('offline', () => store.set({ online: false }));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenSince = Date.now();
    else if (Date.now() - hiddenSince > AWAY_FOR_LONG) conversation.wake();
  });
  window.addEventListener('hashchange', () => {
    const found = handedOverIn(window.location.hash);
    if (found.staffCode !== null || found.identity !== null) window.location.reload();
  });
}
