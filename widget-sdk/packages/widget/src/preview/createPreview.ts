import type { Theme } from '@xiaoer/client';
import { setProperties } from '../dom/setProperties.js';
import { createRoot } from '../element/createRoot.js';
import { createChat } from '../frame/createChat.js';
import { createLauncher } from '../frame/createLauncher.js';
import { PLAIN } from '../theme/PLAIN.js';
import { createPainter } from '../theme/createPainter.js';
import { createWords } from '../words/createWords.js';
import { pickLocale } from '../words/pickLocale.js';
import { createStill } from './createStill.js';

/** A look to be tried. */
export interface PreviewTheme extends Partial<Theme> {
  readonly greeting?: string;
}

/** Gives what draws the widget as it would look, with sample messages. It asks nobody for anything and cannot be operated. */
export function createPreview(shadow: ShadowRoot): (theme: PreviewTheme) => void {
  const root = createRoot(shadow, { inline: true, offset: null, nonce: null });
  const paint = createPainter(root);
  root.classList.add('is-preview');
  root.inert = true;
  setProperties(root, { '--x': '20px', '--y': '20px' });
  return ({ greeting = '', ...part }) => {
    const theme = { ...PLAIN, ...part };
    const locale = pickLocale([theme.locale, ...navigator.languages]);
    const words = createWords(locale);
    const still = createStill(locale, greeting);
    const chat = createChat({ client: still, words, locale, theme, draft: '', onClose: null, onDraft: () => undefined });
    const launcher = createLauncher(words, () => undefined);
    launcher.node.hidden = theme.launcher === 'none';
    root.classList.toggle('is-bare', launcher.node.hidden);
    root.replaceChildren(chat.panel, launcher.node);
    paint(theme);
    chat.draw(still.state);
    launcher.draw(false, 1);
  };
}
