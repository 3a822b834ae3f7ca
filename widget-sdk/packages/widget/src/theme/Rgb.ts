/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];
