import type { Client, Message, State } from '@xiaoer/client';
import type { Locale } from '../words/Locale.js';

const NOTHING = { error: { status: 0, code: 'preview', retryAfter: 0 } };
const CHINESE: readonly [string, string] = ['这个多久能发货？', '亲，现在下单，今天就能发出哦～'];
const ENGLISH: readonly [string, string] = ['When will it be shipped?', 'Order now and we ship it today!'];
const nothing = (): void => undefined;
const never = async (): Promise<typeof NOTHING> => NOTHING;

/** A client that has already talked, and does nothing more. */
export function createStill(locale: Locale, greeting: string): Client {
  const at = Date.now();
  const message = (id: string, author: Message['author'], text: string): Message => ({
    id,
    seq: null,
    author,
    kind: 'answer',
    text,
    choices: [],
    links: [],
    cards: [],
    images: [],
    at,
    delivery: 'sent',
    choiceId: null,
    helpful: null,
    handover: null,
    agent: null,
  });
  const [question, answer] = locale === 'en' ? ENGLISH : CHINESE;
  const greetings = greeting === '' ? [] : [message('greeting', 'bot', greeting)];
  const state: State = {
    mode: 'bot',
    reason: null,
    place: null,
    agent: null,
    officeHours: null,
    ready: true,
    session: null,
    conversationId: null,
    messages: [...greetings, message('question', 'shopper', question), message('answer', 'bot', answer)],
    typing: false,
    unread: 0,
    online: true,
    reachable: true,
    seen: 0,
    refusal: null,
  };
  return {
    state,
    subscribe: () => nothing,
    start: never,
    connect: nothing,
    say: nothing,
    choose: nothing,
    retry: nothing,
    takeBack: nothing,
    typing: nothing,
    handOver: never,
    feedback: never,
    rate: never,
    upload: never,
    image: never,
    seen: nothing,
    setPage: nothing,
    setIdentity: nothing,
    setOnline: nothing,
    wake: nothing,
    sleep: nothing,
    beacon: nothing,
    stop: nothing,
  };
}
