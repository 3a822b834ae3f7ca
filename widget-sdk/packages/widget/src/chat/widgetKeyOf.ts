/** The last part of the path `/chat/{widgetKey}`. */
export function widgetKeyOf(path: string): string {
  return decodeURIComponent(path.split('/').filter((part) => part !== '').pop() ?? '');
}
