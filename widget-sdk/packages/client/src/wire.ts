import type { Image, Message, OpenConversation, Session, Standing } from './types.js';

/** A message or a reply as it travels; fields younger than the server are missing. */
export type WireMessage = Partial<Omit<Message, 'at' | 'handover' | 'agent' | 'helpful'>> & {
  readonly id: string;
  readonly at?: string | null;
  readonly handover?: { readonly reason: string } | null;
  readonly agent?: { readonly name: string } | null;
  readonly feedback?: { readonly helpful: boolean } | null;
};

export type WireStanding = Partial<Omit<Standing, 'agent'>> & {
  readonly mode: Standing['mode'];
  readonly agent?: { readonly name: string } | null;
};

export type WireSession = Session & { readonly token: string };

export interface WirePage {
  readonly items: readonly WireMessage[];
  readonly nextCursor: string | null;
  readonly mode?: WireStanding;
}

export interface WireTurn {
  readonly replies: readonly WireMessage[];
  readonly seq?: number;
}

export type WireHandOver = WireStanding & WireTurn;

export type WireOpened = Pick<OpenConversation, 'conversationId' | 'mode'>;

export type WireImage = Image;
