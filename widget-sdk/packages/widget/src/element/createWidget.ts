import { createClient, type Mode, type Session, type State, type Trouble } from '@xiaoer/client';
import { createBeacons, createEvents, customerOf } from '@xiaoer/client/extras';
import type { Config } from './Config.js';
import type { Widget } from './Widget.js';
import type { WidgetEvents } from './WidgetEvents.js';
import { attributes } from '../dom/attributes.js';
import { createChat, type Chat } from '../frame/createChat.js';
import { createLauncher } from '../frame/createLauncher.js';
import { createPanel } from '../frame/createPanel.js';
import { placed } from '../page/placed.js';
import { showOpeners } from '../page/showOpeners.js';
import { watchVisibility } from '../page/watchVisibility.js';
import { createPainter } from '../theme/createPainter.js';
import { createWords } from '../words/createWords.js';
import { pickLocale } from '../words/pickLocale.js';
import { createMemory } from './createMemory.js';
import { createRoot } from './createRoot.js';
import { VERSION } from './VERSION.js';
import { watchErrors } from './watchErrors.js';

interface Shown extends Chat {
  open(): void;
  close(): void;
  isOpen(): boolean;
  /** Where the shop wants the launcher; a cart page's own button takes its place. */
  place(): void;
}

/** Everything of one `<xiaoer-widget>`: in a corner of the page, or filling its element. `emit` tells the page. */
export function createWidget(
  shadow: ShadowRoot,
  config: Config,
  emit: <Event extends keyof WidgetEvents>(event: Event, detail: WidgetEvents[Event]) => void,
): Widget {
  const { inline, position } = config;
  const memory = createMemory(config.widgetKey);
  const client = createClient({ ...config, shopper: customerOf(config.identity) });
  const events = createEvents();
  const mode = (): Mode => client.state.mode;
  const { report } = createBeacons({ on: events.on, mode, beacon: client.beacon }, VERSION, () => kind);
  const root = createRoot(shadow, config);
  const paint = createPainter(root);
  const visibility = watchVisibility(client, isLookedAt);
  let { kind } = config.page;
  let session: Session | null = null;
  let refusal: Trouble | null = null;
  let unread = 0;
  let wanted = inline;
  let shown: Shown | null = null;

  function isLookedAt(): boolean {
    return shown?.isOpen() === true && !document.hidden;
  }

  function show(): Shown {
    const locale = pickLocale([config.locale, session?.theme.locale, ...navigator.languages]);
    const words = createWords(locale);
    const onClose = inline ? null : close;
    const chat = createChat({ client, words, locale, theme: session?.theme, draft: memory.read(), onClose, onDraft: memory.write });
    attributes(root, { lang: locale }).append(chat.panel, chat.viewer);
    if (!(chat.panel instanceof HTMLDialogElement)) {
      return { ...chat, open: client.connect, close: () => undefined, isOpen: () => true, place: () => undefined };
    }
    const panel = createPanel(chat.panel, chat.back, onClosed);
    const launcher = createLauncher(words, () => (panel.isOpen() ? close() : open()));
    root.append(launcher.node);
    return {
      ...chat,
      ...panel,
      open() {
        panel.open();
        root.classList.add('is-open');
        client.connect();
        if (!panel.isSheet()) chat.focus();
        emit('open', null);
      },
      draw(state) {
        chat.draw(state);
        launcher.draw(panel.isOpen(), state.unread);
      },
      place() {
        const here = !refusal && placed(session, kind);
        const replaced = kind === 'cart' && document.querySelector('[data-xiaoer-open]') !== null;
        launcher.node.hidden = !here || replaced || session?.theme.launcher === 'none';
        root.classList.toggle('is-bare', launcher.node.hidden);
        if (session) showOpeners(here);
      },
    };
  }

  function draw(state: State): void {
    events.take(state);
    if (state.session && state.session !== session) {
      session = state.session;
      paint({ ...session.theme, ...(position && { position }) });
      emit('ready', session);
    }
    if (state.refusal && state.refusal !== refusal) emit('refused', state.refusal);
    refusal = state.refusal;
    // not before the shop's own look is known, unless there is only trouble to show
    if (!shown && (session || refusal || !state.online || !state.reachable)) {
      shown = show();
      if (wanted) shown.open();
    }
    shown?.place();
    shown?.draw(state);
    if (isLookedAt()) client.seen();
    if (state.unread !== unread) emit('unread', state.unread);
    unread = state.unread;
  }

  function redraw(): void {
    draw(client.state);
    visibility.check();
  }

  function open(): void {
    wanted = true;
    if (shown?.isOpen() === false) shown.open();
    redraw();
  }

  function close(): void {
    wanted = false;
    shown?.close();
  }

  function onClosed(): void {
    wanted = false;
    root.classList.remove('is-open');
    redraw();
    emit('close', null);
  }

  const network = (): void => client.setOnline(navigator.onLine);
  window.addEventListener('online', network);
  window.addEventListener('offline', network);
  document.addEventListener('visibilitychange', redraw);
  const ends = [
    client.subscribe(draw),
    events.on('message', (message) => emit('message', message)),
    events.on('mode', (standing) => emit('mode', standing)),
    watchErrors(report),
    visibility.stop,
    client.stop,
    () => {
      window.removeEventListener('online', network);
      window.removeEventListener('offline', network);
      document.removeEventListener('visibilitychange', redraw);
      root.remove();
    },
  ];
  paint({});
  network();
  void client.start();

  return {
    open,
    close,
    renew: client.setIdentity,
    setPage(page) {
      kind = page.kind;
      client.setPage(page);
      shown?.place();
    },
    stop: () => ends.forEach((end) => end()),
  };
}
