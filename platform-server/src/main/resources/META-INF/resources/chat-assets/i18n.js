export const BUNDLES = {
  'zh-CN': {
    'title.default': '在线客服',
    'status.connecting': '连接中…',
    'status.online': '在线',
    'status.offline': '离线',
    'status.waiting': '正在转接人工客服',
    'status.person': '人工客服为您服务',
    'status.closed': '会话已结束',
    'badge.staff': '员工试用',
    'log.label': '聊天记录',
    'log.empty': '有什么可以帮您？直接输入问题就好。',
    'log.typing': '对方正在输入',
    'log.newMessages': '新消息',
    'log.person': '人工客服',
    'log.own': '我说：',
    'log.clerk': '客服说：',
    'log.newWindow': '（在新窗口打开）',
    'card.order': '订单号 {id}',
    'input.label': '输入消息',
    'input.placeholder': '请输入您的问题…',
    'input.send': '发送',
    'input.tooLong': '最多 {max} 字，已超出 {over} 字',
    'send.pending': '发送中',
    'send.failed': '未送达·点此重试',
    'send.rejected': '未送达·点此修改',
    'banner.offline': '网络已断开，恢复后会自动发送您的消息',
    'banner.unreachable': '连接不太顺畅，正在重试…',
    'page.unknown.title': '没有找到这家店铺的客服',
    'page.unknown.text': '链接可能已失效或不完整，请回到店铺页面重新打开。',
    'page.staff.title': '员工链接已失效',
    'page.staff.text': '请向店铺管理员要一个新的链接。',
    'page.staff.action': '以顾客身份继续',
    'page.identity.title': '登录信息已失效',
    'page.identity.text': '请回到店铺页面刷新一下，再打开客服。聊过的内容都还在。',
    'page.unavailable.title': '客服暂时无法使用',
    'page.unavailable.text': '请稍后再试，或回到店铺页面联系商家。',
    'page.unavailable.action': '重新加载',
    'page.resting.title': '小二正在休息',
    'page.resting.text': '暂时不能在这里回复您。聊过的内容都还在，请稍后再来，或回到店铺页面联系商家。',
    'page.resting.action': '再看看',
    'time.yesterday': '昨天 {time}',
  },
  en: {
    'title.default': 'Customer service',
    'status.connecting': 'Connecting…',
    'status.online': 'Online',
    'status.offline': 'Offline',
    'status.waiting': 'Finding a colleague for you',
    'status.person': 'A colleague is with you',
    'status.closed': 'This chat has ended',
    'badge.staff': 'Staff trial',
    'log.label': 'Chat history',
    'log.empty': 'How can we help? Just type your question.',
    'log.typing': 'The other side is typing',
    'log.newMessages': 'New messages',
    'log.person': 'Our colleague',
    'log.own': 'You said:',
    'log.clerk': 'The shop said:',
    'log.newWindow': '(opens in a new window)',
    'card.order': 'Order {id}',
    'input.label': 'Your message',
    'input.placeholder': 'Type your question…',
    'input.send': 'Send',
    'input.tooLong': 'At most {max} characters; {over} too many',
    'send.pending': 'Sending',
    'send.failed': 'Not delivered · tap to retry',
    'send.rejected': 'Not delivered · tap to edit',
    'banner.offline': 'You are offline. Your messages will be sent once you are back.',
    'banner.unreachable': 'The connection is shaky, trying again…',
    'page.unknown.title': 'We could not find this shop',
    'page.unknown.text': 'The link may be old or incomplete. Please open the chat from the shop again.',
    'page.staff.title': 'This staff link no longer works',
    'page.staff.text': 'Please ask the shop owner for a new one.',
    'page.staff.action': 'Continue as a shopper',
    'page.identity.title': 'You are no longer signed in',
    'page.identity.text': 'Please reload the shop’s page and open the chat again. Everything you said is kept.',
    'page.unavailable.title': 'The chat is not available right now',
    'page.unavailable.text': 'Please try again later, or contact the seller from the shop.',
    'page.unavailable.action': 'Reload',
    'page.resting.title': 'The shop’s clerk is resting',
    'page.resting.text': 'No replies here for now. Everything you said is kept: please come back later, or contact the seller from the shop.',
    'page.resting.action': 'Look again',
    'time.yesterday': 'Yesterday {time}',
  },
};

/** The first of the wished-for languages there are words in; Chinese when there is none. */
export function pickLocale(wishes) {
  for (const wish of wishes) {
    if (typeof wish !== 'string') continue;
    if (/^zh\b/i.test(wish)) return 'zh-CN';
    if (/^en\b/i.test(wish)) return 'en';
  }
  return 'zh-CN';
}

/** Looks words up by key, filling in {named} parts. An unknown key is a bug and throws. */
export function createWords(locale) {
  const bundle = BUNDLES[locale];
  return function words(key, parts = {}) {
    const text = bundle[key];
    if (text === undefined) throw new Error(`No words for ${key} in ${locale}`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in parts ? String(parts[name]) : whole));
  };
}
