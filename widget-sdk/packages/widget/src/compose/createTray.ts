import type { Client, Image } from '@xiaoer/client';
import type { TextKey, Words } from '../words/Words.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';
import { showPicture } from '../images/showPicture.js';
import { shrinkPicture } from '../images/shrinkPicture.js';

const MOST = 4;

interface Item {
  readonly node: HTMLElement;
  image: Image | null;
}

export interface TrayTools {
  readonly words: Words;
  upload: Client['upload'];
  /** A picture has got its id. */
  keep(id: string, picture: Blob): void;
  tell(problem: TextKey): void;
  onChange(): void;
}

export interface Tray {
  readonly node: HTMLElement;
  add(files: FileList | null | undefined): boolean;
  /** The pictures that are ready, or null while one is still on its way or has failed. */
  ready(): Image[] | null;
  clear(): void;
}

/** Pictures about to be sent. Each is uploaded as soon as it is there, so that sending takes no time. */
export function createTray({ words, upload, keep, tell, onChange }: TrayTools): Tray {
  const node = el('div', 'tray');
  let items: Item[] = [];

  async function add(file: File): Promise<void> {
    const picture = await shrinkPicture(file);
    if (picture === null) return tell('badImage');
    if (items.length >= MOST) return;
    const view = el('span', 'tray-view');
    const again = button('again', () => void send(), { 'aria-label': words('retry') }, '↻');
    const away = button('away', () => remove(item), { 'aria-label': words('remove') }, svg(ICONS.close, 14));
    const item: Item = { node: el('div', 'tray-item', {}, view, again, away), image: null };
    showPicture(view, picture, words('image'));
    items.push(item);
    node.append(item.node);
    await send();

    async function send(): Promise<void> {
      if (picture === null) return;
      again.hidden = true;
      item.node.classList.add('is-busy');
      onChange();
      const { data } = await upload(await picture.arrayBuffer(), picture.type);
      item.node.classList.remove('is-busy');
      again.hidden = data !== undefined;
      if (data) {
        item.image = data;
        keep(data.id, picture);
      }
      onChange();
    }
  }

  function remove(item: Item): void {
    items = items.filter((one) => one !== item);
    item.node.remove();
    onChange();
  }

  return {
    node,
    add(files) {
      const pictures = Array.from(files ?? []).filter(({ type }) => type.startsWith('image/'));
      pictures.forEach((picture) => void add(picture));
      return pictures.length > 0;
    },
    ready() {
      const images = items.flatMap(({ image }) => image ?? []);
      return images.length === items.length ? images : null;
    },
    clear: () => items.forEach(remove),
  };
}
