import type { Choice, Image } from '@xiaoer/client';
import type { Locale } from '../words/Locale.js';
import type { Words } from '../words/Words.js';

/** What the lines of the log need from around them. */
export interface LogTools {
  readonly words: Words;
  readonly locale: Locale;
  /** Of a person, or of the shop. */
  avatar(agent: string | null): HTMLElement;
  choose(choice: Choice): void;
  retry(): void;
  takeBack(id: string): void;
  judge(id: string, helpful: boolean, comment?: string): void;
  picture(image: Image): Promise<Blob | null>;
  enlarge(picture: Blob): void;
}
