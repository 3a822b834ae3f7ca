type Both = readonly [chinese: string, english: string];

/** Everything the widget says. */
export const TEXTS = both({
  title: ['联系客服', 'Chat with us'],
  unread: ['{} 条新消息', '{} new messages'],
  close: ['关闭', 'Close'],
  connecting: ['连接中…', 'Connecting…'],
  online: ['在线', 'Online'],
  offline: ['离线', 'Offline'],
  waiting: ['正在转接人工客服', 'Finding a colleague for you'],
  person: ['人工客服', 'Our colleague'],
  closed: ['会话已结束', 'This chat has ended'],
  staff: ['员工试用', 'Staff trial'],
  toPerson: ['转人工', 'Talk to us'],
  next: ['马上轮到你了，可以先把问题写下来', 'You are next, go ahead and write'],
  ahead: ['前面还有 {} 位，可以先把问题写下来', '{} before you, go ahead and write'],
  away: ['客服现在不在线', 'Nobody is here right now'],
  leave: ['请留言，客服上班后就会回复你', 'Leave a message, and we will answer'],
  log: ['聊天记录', 'Chat history'],
  typing: ['对方正在输入', 'Typing'],
  news: ['新消息', 'New messages'],
  theirs: ['客服说：', 'The shop said:'],
  own: ['我说：', 'You said:'],
  order: ['订单号 {}', 'Order {}'],
  up: ['有帮助', 'Helpful'],
  down: ['没帮助', 'Not helpful'],
  more: ['想说点什么？（可不填）', 'Tell us more (optional)'],
  thanks: ['收到，谢谢！', 'Got it, thank you!'],
  rate: ['这次服务怎么样？', 'How did we do?'],
  input: ['输入消息…', 'Type a message…'],
  send: ['发送', 'Send'],
  emoji: ['表情', 'Emoji'],
  image: ['图片', 'Picture'],
  badImage: ['请换一张小于 5 MB 的 JPG 或 PNG 图片', 'Please pick a JPG or PNG under 5 MB'],
  remove: ['删除', 'Remove'],
  retry: ['没有成功，请重试', 'Please try again'],
  tooLong: ['已超出 {} 字', '{} characters too many'],
  pending: ['发送中', 'Sending'],
  failed: ['未送达·点此重试', 'Not delivered · tap to retry'],
  rejected: ['未送达·点此修改', 'Not delivered · tap to edit'],
  noNetwork: ['网络已断开，恢复后会自动发送', 'You are offline, messages are sent later'],
  shaky: ['连接不太顺畅，正在重试…', 'Connecting again…'],
  refused: ['客服暂时无法使用，请稍后再试', 'Not available, please try again later'],
});

function both<Key extends string>(texts: Record<Key, Both>): Record<Key, Both> {
  return texts;
}
