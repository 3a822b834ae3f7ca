import type { Refusal } from '@xiaoer/client';

type Both = readonly [chinese: string, english: string];

interface RefusalTexts {
  readonly title: Both;
  readonly text: Both;
  /** On the button that loads the page again, where that may help. */
  readonly action: Both | null;
}

/** Why there is no chat, in words. */
export const REFUSALS: Record<Refusal, RefusalTexts> = {
  unknown: {
    title: ['没有找到这家店铺的客服', 'We could not find this shop'],
    text: ['链接可能已失效或不完整，请回到店铺页面重新打开。', 'The link may be old or incomplete. Please open the chat from the shop again.'],
    action: null,
  },
  staff: {
    title: ['员工链接已失效', 'This staff link no longer works'],
    text: ['请向店铺管理员要一个新的链接。', 'Please ask the shop owner for a new one.'],
    action: ['以顾客身份继续', 'Continue as a shopper'],
  },
  identity: {
    title: ['登录信息已失效', 'You are no longer signed in'],
    text: [
      '请回到店铺页面刷新一下，再打开客服。聊过的内容都还在。',
      'Please reload the shop’s page and open the chat again. Everything you said is kept.',
    ],
    action: null,
  },
  resting: {
    title: ['小二正在休息', 'The shop’s clerk is resting'],
    text: [
      '暂时不能在这里回复你。聊过的内容都还在，请稍后再来，或回到店铺页面联系商家。',
      'No replies here for now. Everything you said is kept: please come back later, or contact the seller from the shop.',
    ],
    action: ['再看看', 'Look again'],
  },
  unavailable: {
    title: ['客服暂时无法使用', 'The chat is not available right now'],
    text: ['请稍后再试，或回到店铺页面联系商家。', 'Please try again later, or contact the seller from the shop.'],
    action: ['重新加载', 'Reload'],
  },
};
