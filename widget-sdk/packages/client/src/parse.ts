/** JSON of our own making; undefined for what is none. */
export function parse<T>(text: string | null | undefined): T | null | undefined {
  try {
    return JSON.parse(`${text}`);
  } catch {
    return undefined;
  }
}
