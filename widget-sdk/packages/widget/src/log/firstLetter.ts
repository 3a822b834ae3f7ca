/** What a reader takes for one letter: one with an accent, or an emoji, is not cut in two. */
export function firstLetter(title: string): string {
  return (/^\s*(\P{M}\p{M}*)/u.exec(title)?.[1] ?? '').toUpperCase();
}
