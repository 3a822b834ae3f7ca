export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
