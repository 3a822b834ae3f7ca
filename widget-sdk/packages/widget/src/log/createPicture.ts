import type { Image } from '@xiaoer/client';
import type { LogTools } from './LogTools.js';
import { button } from '../dom/button.js';
import { setProperties } from '../dom/setProperties.js';
import { showPicture } from '../images/showPicture.js';
import { whenSeen } from '../images/whenSeen.js';

const WIDEST = 200;
const HIGHEST = 240;
const NARROWEST = 48;

/** A picture in the log. Its room is kept from the start, and its bytes come when it is scrolled to. */
export function createPicture(image: Image, { words, picture, enlarge }: LogTools): HTMLElement {
  const scale = Math.min(1, WIDEST / (image.width || 1), HIGHEST / (image.height || 1));
  const side = (length: number): string => `${Math.max(NARROWEST, length * scale)}px`;
  let loaded: Blob | null = null;
  const node = button('picture', () => loaded && enlarge(loaded), { 'aria-label': words('image') });
  setProperties(node, { width: side(image.width), height: side(image.height) });
  const show = async (): Promise<void> => {
    loaded = await picture(image);
    if (loaded) showPicture(node, loaded, words('image'));
    else node.textContent = '?';
  };
  whenSeen(node, () => void show());
  return node;
}
