/** The value if it is one of those allowed, else the first of them. */
export function oneOf<T extends string>(value: unknown, first: T, ...others: readonly T[]): T {
  return others.find((one) => one === value) ?? first;
}
