import { el } from '../dom/el.js';

const LONGEST_SIDE = 1600;
const LARGEST = 5 * 1024 * 1024;

/**
 * A picture as it is sent: a JPEG of at most 1600 pixels a side, painted anew so that nothing but what is seen goes out. An
 * animation is sent as it is. Null for what is no picture or is too large.
 */
export async function shrinkPicture(file: Blob): Promise<Blob | null> {
  const picture = file.type === 'image/gif' ? file : await repaint(file).catch(() => null);
  return picture && picture.size <= LARGEST ? picture : null;
}

async function repaint(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.ceil(bitmap.width * scale);
  const height = Math.ceil(bitmap.height * scale);
  const canvas = el('canvas', '', { width, height });
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}
