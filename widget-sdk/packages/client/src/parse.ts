/** JSON of our own making; undefined for anything else. */
export function parse<T>(text: string | null): T | undefined {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
