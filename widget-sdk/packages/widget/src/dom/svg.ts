import { attributes } from './attributes.js';

const SVG = 'http://www.w3.org/2000/svg';

/** An icon drawn by one stroked path in a 24 by 24 box; decoration, so hidden from screen readers. */
export function svg(path: string, size = 22): SVGSVGElement {
  const node = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  node.append(line);
  return attributes(node, { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' });
}
