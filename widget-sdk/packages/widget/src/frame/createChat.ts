import type { Client, State, Theme } from '@xiaoer/client';
import type { Locale } from '../words/Locale.js';
import type { Words } from '../words/Words.js';
import { el } from '../dom/el.js';
import { createComposer } from '../compose/createComposer.js';
import { createPictures } from '../images/createPictures.js';
import { createLog } from '../log/createLog.js';
import { fillAvatar } from '../log/fillAvatar.js';
import { createHeader } from './createHeader.js';
import { createNotice } from './createNotice.js';
import { createRating } from './createRating.js';
import { createViewer } from './createViewer.js';

export interface ChatOptions {
  readonly client: Client;
  readonly words: Words;
  readonly locale: Locale;
  /** Undefined while the shop has not answered. */
  readonly theme: Theme | undefined;
  readonly draft: string;
  readonly onClose: (() => void) | null;
  onDraft(text: string): void;
}

export interface Chat {
  readonly panel: HTMLElement;
  readonly viewer: HTMLElement;
  draw(state: State): void;
  focus(): void;
  toEnd(): void;
  /** Closes what is open inside; true when something was. */
  back(): boolean;
}

/** The conversation with everything around it, in a panel. */
export function createChat({ client, words, locale, theme, draft, onClose, onDraft }: ChatOptions): Chat {
  const title = theme?.title || words('title');
  const avatarUrl = theme?.avatarUrl ?? null;
  const pictures = createPictures(client);
  const viewer = createViewer(words);
  const notice = createNotice(words);
  const rating = createRating(words, client.rate, () => log.toEnd());
  const header = createHeader({ words, title, avatarUrl, onClose, onHandOver });
  const composer = createComposer({
    words,
    draft,
    upload: client.upload,
    keep: pictures.keep,
    say(text, images) {
      notice.tell('');
      client.say(text, { images });
    },
    onTyping(text) {
      onDraft(text);
      if (text) client.typing();
    },
  });
  const tools = {
    words,
    locale,
    avatar,
    choose: client.choose,
    retry: client.retry,
    takeBack,
    judge: client.feedback,
    picture: pictures.get,
    enlarge: viewer.show,
  };
  const log = createLog(tools, rating.node);
  const refused = el('p', 'empty', { id: 'refused' }, words('refused'));
  const panel: HTMLElement = el(onClose ? 'dialog' : 'section', 'panel', { id: 'app', tabindex: -1, 'aria-labelledby': 'title' });
  panel.append(header.node, notice.node, refused, ...log.nodes, composer.node);

  function avatar(agent: string | null): HTMLElement {
    const node = el('span', 'avatar', { 'aria-hidden': 'true' });
    fillAvatar(node, agent ?? title, agent === null ? avatarUrl : null);
    return node;
  }

  function takeBack(id: string): void {
    const text = client.state.messages.find((message) => message.id === id)?.text ?? '';
    client.takeBack(id);
    composer.prepend(text);
  }

  async function onHandOver(): Promise<void> {
    const { error } = await client.handOver();
    notice.tell(error ? words('retry') : '');
    notice.draw(client.state);
    log.toEnd();
  }

  panel.addEventListener('dragover', (event) => event.preventDefault());
  panel.addEventListener('drop', (event) => {
    if (composer.add(event.dataTransfer?.files)) event.preventDefault();
  });

  return {
    panel,
    viewer: viewer.node,
    toEnd: log.toEnd,
    back: composer.back,
    focus: composer.focus,
    draw(state) {
      const out = state.refusal !== null;
      [composer.node, ...log.nodes.slice(0, 1)].forEach((node) => {
        node.hidden = out;
      });
      refused.hidden = !out;
      header.draw(state);
      notice.draw(state);
      rating.draw(state);
      log.draw(state);
    },
  };
}
