export function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
