import type { Theme } from '@xiaoer/client';
import { setProperties } from '../dom/setProperties.js';
import { brandColours } from './brandColours.js';

const RADII: Record<Theme['radius'], string> = { square: '4px', soft: '16px', round: '22px' };

/** Puts a theme on the root, following the device between light and dark where the shop leaves that to it. */
export function createPainter(root: HTMLElement): (theme: Partial<Theme>) => void {
  const device = window.matchMedia('(prefers-color-scheme: dark)');
  return ({ scheme = 'auto', position, launcher, radius = 'soft', primaryColor }) => {
    const draw = (): void => {
      const dark = scheme === 'dark' || (scheme === 'auto' && device.matches);
      const looks = { 'is-dark': dark, 'is-left': position === 'left', 'is-pill': launcher === 'pill' };
      Object.entries(looks).forEach(([look, on]) => root.classList.toggle(look, on));
      setProperties(root, { '--r': RADII[radius], ...brandColours(primaryColor, dark) });
    };
    // older Safari knows no addEventListener here
    device.onchange = draw;
    draw();
  };
}
