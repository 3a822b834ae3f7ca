import { createBrush } from './brush.js';
import { crabBox, eggs, giftBox, milk, parcel } from './boxes.js';
import { blueberries, cherries, corn, grapes, oranges } from './fruit.js';
import { mushrooms, prawns, salmon, steak } from './larder.js';
import { balm, cushion, eyeshadow, gloss, lipstick } from './makeup.js';
import { bottle, dropper, foam, handCreams, jar, maskPouch, sunscreen, travelSet, tube } from './skincare.js';

const rose = { main: '#f2a7b5', light: '#fde0e4', dark: '#d97f92', ink: '#b03a58' };
const blush = { main: '#f7cfc6', light: '#fff0ea', dark: '#e0a698', ink: '#b4533f' };
const plum = { main: '#b77a94', light: '#dbb0c2', dark: '#8c4f6a', ink: '#ffffff' };
const cream = { main: '#f6e7d6', light: '#fffaf2', dark: '#dcc4a8', ink: '#a4713f' };
const sky = { main: '#a9cfe6', light: '#e2f2fb', dark: '#7ba9c6', ink: '#2f6f9f' };
const peach = { main: '#f9cdb4', light: '#fff0e5', dark: '#e5a583', ink: '#b9653a' };
const mint = { main: '#b4ddcf', light: '#e8f6f0', dark: '#84b8a6', ink: '#2e7862' };
const lilac = { main: '#cdc4e6', light: '#f0ecfa', dark: '#a397c9', ink: '#5d4c94' };

/** What each thing looks like, and the wall and table that it stands before: [drawing, its colours, wall, glow, table]. */
const PICTURES = {
  'mask-ha': [maskPouch, { main: '#a8d5e8', light: '#e6f6fc', dark: '#7db4cd', ink: '#2f86a8' }, '#eaf5f9', '#d5ebf3', '#c7e0ea'],
  'mask-tea': [maskPouch, { ...mint, motif: 'leaf' }, '#edf6f1', '#d9ece3', '#c9e0d5'],
  cleanser: [tube, { ...blush, cap: '#fff8f4' }, '#fdf1ec', '#fae1d8', '#f3d2c6'],
  toner: [bottle, { ...rose, motif: 'leaf' }, '#fdf0f1', '#f9dde1', '#f2cdd3'],
  'serum-vc': [dropper, { main: '#f6b04c', light: '#ffdf9f', dark: '#d18218', ink: '#b56a0c' }, '#fef5e4', '#fce8c3', '#f3d9a8'],
  'cream-cera': [jar, cream, '#fbf4ea', '#f4e6d3', '#ead8bf'],
  sunscreen: [sunscreen, { main: '#fff3d8', light: '#ffffff', dark: '#ecd3a0', ink: '#b17a17', sun: '#ffc24d' }, '#fff6e3', '#fde8bd', '#f5dba6'],
  'lip-303': [lipstick, { main: '#a83a3c', light: '#cf6a66', dark: '#7a2226' }, '#f9ecea', '#f2d6d2', '#e8c5c0'],
  'lip-peach': [gloss, { main: '#f4866f', light: '#ffc0ae', dark: '#cf5640' }, '#fef0eb', '#fcdcd1', '#f5cbbd'],
  cushion: [cushion, { ...rose, skin: '#f1cfb3' }, '#fceef0', '#f8dde1', '#efccd2'],
  'eye-4': [eyeshadow, { ...plum, pans: ['#e8bfa9', '#c98a78', '#8c5348', '#f2d9c6'], ink: '#e9c98b' }, '#f6eef1', '#ead8e0', '#dcc5cf'],
  'winter-box': [giftBox, { main: '#b3263f', light: '#d95468', dark: '#7d1428', ribbon: '#f3d9a4' }, '#e9d3d3', '#dfbcbe', '#cfa5a8'],

  'cloud-foam': [foam, sky, '#ebf5fb', '#d8eaf5', '#c8deec'],
  'cloud-toner': [bottle, { ...peach, cap: '#ffffff' }, '#fdf3ec', '#fae4d6', '#f1d5c4'],
  'cloud-cream': [jar, { ...sky, lid: '#ffffff' }, '#eef5fa', '#dbe9f4', '#cbdceb'],
  'cloud-mask': [maskPouch, { ...mint, motif: 'leaf', main: '#9fd0bd', dark: '#6fa993' }, '#edf6f3', '#d8ebe4', '#c8dfd6'],
  'cloud-serum': [dropper, { ...lilac, cap: '#ffffff' }, '#f3f0fa', '#e4def3', '#d6cfea'],
  'cloud-hand': [handCreams, { trio: [sky, peach, lilac] }, '#f1f5fa', '#e0e9f3', '#cfdcea'],
  'cloud-balm': [balm, { ...peach, stick: '#fff0e4' }, '#fdf3ee', '#fae3d9', '#f1d4c8'],
  'cloud-travel': [travelSet, { ...sky, trio: [sky, mint, peach] }, '#edf4f9', '#dae8f2', '#c9dbe8'],

  grape: [grapes, { main: '#b6cf5a', light: '#e7f2ae', dark: '#7f9c2e' }, '#f3f7e2', '#e4eec5', '#d3e0ab'],
  cherry: [cherries, { main: '#b01e36', light: '#e8586a', dark: '#6b0b1d' }, '#f9ecea', '#f1d3d0', '#e4bfbb'],
  orange: [oranges, { main: '#f59a2e', light: '#ffc670', dark: '#cf6d10' }, '#fef3e2', '#fce3bf', '#f2d3a4'],
  blueberry: [blueberries, { main: '#4c5f9e', light: '#8f9fd0', dark: '#293763' }, '#eef0f8', '#d9deef', '#c6cde4'],
  corn: [corn, { main: '#fbd35b', light: '#fff0b0', dark: '#d99f1f' }, '#f7f6e4', '#ecebc6', '#dddcad'],
  mushroom: [mushrooms, { main: '#b07a4c', light: '#dbb084', dark: '#7a4e28' }, '#f6f0e6', '#eadfcb', '#dccdb2'],
  shrimp: [prawns, { main: '#f1906a', light: '#ffc9ae', dark: '#c25a34' }, '#e6f2f6', '#cfe6ee', '#b9d8e3'],
  salmon: [salmon, { main: '#f3804f', light: '#ffb48d', dark: '#cc5526' }, '#eaf2ee', '#d5e6dd', '#c2d8cd'],
  crab: [crabBox, { main: '#3f7a52', light: '#6fa67f', dark: '#275239' }, '#f6efe0', '#ecdfc4', '#dccba8'],
  beef: [steak, { main: '#b93442', light: '#db6067', dark: '#8a6350' }, '#f5ebe4', '#ead7cb', '#dcc3b3'],
  egg: [eggs, { main: '#8fae86', light: '#bdd2b4', dark: '#64865c' }, '#f5f1e6', '#e9e1cc', '#dacfb2'],
  milk: [milk, { main: '#5b9bd0', dark: '#3a74a6', ink: '#ffffff' }, '#eaf3f8', '#d6e7f1', '#c3d9e7'],
};

const UNKNOWN = [parcel, { main: '#d7a873', light: '#f0cfa3', dark: '#8d5f31' }, '#f4efe9', '#e8ded2', '#dacdbd'];

export const isDrawn = (sku) => Object.hasOwn(PICTURES, sku);

/** Drawn on the table's edge, a little larger than its drawing says. */
const placed = (shapes) => `<g transform="translate(200 326) scale(1.1) translate(-200 -326)">${shapes}</g>`;

/** Only the thing, for a place that has its own ground. */
export function cutout(sku) {
  const [draw, colours] = isDrawn(sku) ? PICTURES[sku] : UNKNOWN;
  const brush = createBrush();
  const shapes = draw(brush, colours);
  return `<svg viewBox="0 0 400 400" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false">${brush.defs()}${placed(shapes)}</svg>`;
}

/** The thing before its wall. */
export function picture(sku) {
  const [draw, colours, wall, glow, table] = isDrawn(sku) ? PICTURES[sku] : UNKNOWN;
  const brush = createBrush();
  const shapes = draw(brush, colours);
  return `<svg viewBox="0 0 400 400" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false">${brush.defs()}
    <rect width="400" height="400" fill="${wall}"/><circle cx="200" cy="188" r="150" fill="${glow}"/><rect y="312" width="400" height="88" fill="${table}"/>${placed(shapes)}</svg>`;
}

export const drawn = () => Object.keys(PICTURES);
