/** A browser too old for the widget gets a plain link to the shop's chat page. */
export function linkInstead(key: string, server: string): void {
  const link = document.createElement('a');
  link.href = `${server}/chat/${key}`;
  link.textContent = '联系客服';
  link.style.cssText = 'position:fixed;right:20px;bottom:20px';
  document.body.appendChild(link);
}
