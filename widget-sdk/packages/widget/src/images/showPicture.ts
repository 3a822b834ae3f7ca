import { el } from '../dom/el.js';

/**
 * Fills `box` with the picture. Where the host page's content policy forbids blob: images, it is painted on a canvas, which
 * no policy forbids.
 */
export function showPicture(box: HTMLElement, picture: Blob, label: string): void {
  const url = URL.createObjectURL(picture);
  const done = (): void => URL.revokeObjectURL(url);
  box.replaceChildren(el('img', '', { alt: label, load: done, error: () => void paint(), src: url }));

  async function paint(): Promise<void> {
    done();
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    const canvas = el('canvas', '', { role: 'img', 'aria-label': label, width, height });
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    box.replaceChildren(canvas);
  }
}
