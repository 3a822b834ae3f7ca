/** `24 96`: pixels from the side and from the bottom. */
export function readOffset(text: string | null): { x: number; y: number } {
  const [x = 20, y = 20] = (text ?? '').match(/\d+/g)?.map(Number) ?? [];
  return { x, y };
}
