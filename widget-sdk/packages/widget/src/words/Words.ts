import type { TEXTS } from './TEXTS.js';

export type TextKey = keyof typeof TEXTS;

/** Looks words up by key, and puts `part` where they have a gap. */
export type Words = (key: TextKey, part?: string | number) => string;
