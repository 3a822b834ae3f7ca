/** Who answers. */
export type Mode = 'bot' | 'waiting' | 'person' | 'closed' | 'fallback';

export type Author = 'shopper' | 'bot' | 'person' | 'system';

/** Of the shopper's own messages: `failed` waits to be sent again, `rejected` is one the server will never take. */
export type Delivery = 'sent' | 'pending' | 'failed' | 'rejected';

export type HandoverReason =
  | 'asked-for'
  | 'unknown-twice'
  | 'rule-refuses'
  | 'data-missing'
  | 'angry'
  | 'keyword'
  | 'fallback';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** An order or a product. */
export interface Card {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly status?: string;
  readonly url?: string;
}

export interface Image {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface OfficeHours {
  readonly open: boolean;
  readonly text: string;
}

/** Every field is there. Text is text: it must never become HTML. */
export interface Message {
  readonly id: string;
  /** Order within the conversation; null until the server has told it. */
  readonly seq: number | null;
  readonly author: Author;
  readonly kind: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly links: readonly Link[];
  readonly cards: readonly Card[];
  readonly images: readonly Image[];
  /** Milliseconds since 1970; null where the time is not known. */
  readonly at: number | null;
  readonly delivery: Delivery;
  /** The choice this message of the shopper picked. */
  readonly choiceId: string | null;
  /** What the shopper thought of this reply. */
  readonly helpful: boolean | null;
  /** Why a person is asked for; set on the reply that says so. */
  readonly handover: string | null;
  /** Name of the person who wrote it. */
  readonly agent: string | null;
}

export interface Theme {
  readonly primaryColor: string | null;
  readonly avatarUrl: string | null;
  readonly title: string;
  readonly locale: string;
  readonly radius: 'square' | 'soft' | 'round';
  readonly position: 'right' | 'left';
  readonly launcher: 'bubble' | 'pill' | 'none';
  readonly scheme: 'auto' | 'light' | 'dark';
}

/** On which pages the shop wants the chat. */
export interface Placement {
  readonly product: boolean;
  readonly cart: boolean;
  readonly mine: boolean;
}

/** The shopper's newest conversation that can be gone on with. */
export interface OpenConversation {
  readonly conversationId: string;
  readonly mode: Mode;
  readonly lastSeq: number;
}

export interface Session {
  readonly theme: Theme;
  readonly greeting: string;
  readonly mode: Mode;
  readonly staff: boolean;
  readonly placement: Placement;
  readonly conversation: OpenConversation | null;
  readonly officeHours: OfficeHours | null;
}

/** How a conversation stands. */
export interface Standing {
  readonly mode: Mode;
  readonly reason: string | null;
  /** Place in line while waiting, from 1. */
  readonly place: number | null;
  /** Name of the person who answers. */
  readonly agent: string | null;
  readonly officeHours: OfficeHours | null;
}

export interface CartLine {
  readonly sku: string;
  readonly quantity: number;
  readonly price?: string;
}

/** Where in the shop the shopper is. */
export interface Page {
  readonly kind: 'product' | 'cart' | 'mine' | 'other';
  readonly sku?: string;
  readonly url?: string;
  readonly cart?: readonly CartLine[];
}

/** Why something did not work: status 0 means that the server was not reached. */
export interface Trouble {
  readonly status: number;
  /** The server's stable `code`; empty where it gave none. */
  readonly code: string;
  /** Milliseconds to wait before trying again; 0 when nobody said. */
  readonly retryAfter: number;
}

export type Result<T> =
  | { readonly data: T; readonly error?: undefined }
  | { readonly error: Trouble; readonly data?: undefined };

/**
 * Why there is no way in: no such widget; the shop rests; the signed identity is no longer good; the staff code is no longer
 * good; anything else that trying again does not mend.
 */
export type Refusal = 'unknown' | 'resting' | 'identity' | 'staff' | 'unavailable';

export interface State extends Standing {
  /** What was said before is there. */
  readonly ready: boolean;
  /** Null until the first answer of the server, and what it said then. */
  readonly session: Session | null;
  readonly conversationId: string | null;
  /** Oldest first, each once, after the shop's greeting. */
  readonly messages: readonly Message[];
  /** The other side is writing, or a reply is being worked out. */
  readonly typing: boolean;
  /** Order of the last message that has been shown, in whatever tab. */
  readonly seen: number;
  /** Messages of the other side that no tab has shown yet. */
  readonly unread: number;
  /** What the device says about its network. */
  readonly online: boolean;
  /** The server answers; while false, trying goes on by itself. */
  readonly reachable: boolean;
  /** Why there is no way in, where trying again does not help; see `refusalOf`. */
  readonly refusal: Trouble | null;
}

export interface SayOptions {
  readonly choiceId?: string | null;
  /** Already uploaded. */
  readonly images?: readonly Image[];
}

/** What the vendor is told: nothing of what was said, and nothing that names a shopper. */
export interface Beacon {
  readonly kind: 'error' | 'slow-reply';
  readonly browser: string;
  readonly version: string;
  readonly pageKind: string;
  readonly millis?: number;
  readonly message?: string;
  readonly stack?: string;
}

export interface Client {
  /** A new object after each change, so that it can be compared. */
  readonly state: State;

  /** Calls `listener` after each change, once for several in one go; gives what ends it. */
  subscribe(listener: (state: State) => void): () => void;

  /**
   * Opens the session: one request, tried until it works or is refused. Goes on to `connect` by itself only where something is
   * unread or unsent, or a person is about to answer.
   */
  start(): Promise<Result<Session>>;

  /** Brings what was said before and keeps listening. For when the chat is opened; again does no harm. */
  connect(): void;

  /** Kept on the device before anything is sent, tried until it arrives, stored once. */
  say(text: string, options?: SayOptions): void;

  choose(choice: Choice): void;

  /** Sends what has failed again. */
  retry(): void;

  /** Takes back a message that has not been sent. */
  takeBack(id: string): void;

  /** The shopper is writing; may be called at each key. */
  typing(): void;

  /** Asks for a person. */
  handOver(): Promise<Result<Standing>>;

  feedback(replyId: string, helpful: boolean, comment?: string): Promise<Result<null>>;

  /** After closing; `score` is 1 to 5. */
  rate(score: number, comment?: string): Promise<Result<null>>;

  /** JPEG, PNG or GIF up to 5 MB; to be said with `say(text, {images: [image]})`. */
  upload(bytes: ArrayBuffer, type: string): Promise<Result<Image>>;

  image(id: string): Promise<Result<ArrayBuffer>>;

  /** What is there has been read, in every tab. */
  seen(): void;

  setPage(page: Page): void;

  /** A fresh signature for the same shopper. */
  setIdentity(identity: string | null): void;

  /** What the device says about its network; coming back wakes. */
  setOnline(online: boolean): void;

  /** Looks at once, for when the page is on screen again. */
  wake(): void;

  /** Closes the line until `wake`, for a page that is out of sight. What the shopper says is sent all the same. */
  sleep(): void;

  /** Tells the vendor how the chat fares: `createBeacons` of `@xiaoer/client/beacons` does it as it should be done. */
  beacon(beacon: Beacon): void;

  stop(): void;
}

export interface TransportRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer | undefined;
}

/** As much of a `Response` as is needed. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** How requests travel. */
export interface Transport {
  /** Whether `send` can hand over an answer bit by bit. Where it can't, the client looks for news every few seconds. */
  readonly streams: boolean;
  /**
   * `response` rejects when the server was not reached, the answer broke off, or after `close`. With `onText`, the text of an
   * answer that is a success is handed over as it comes, cut anywhere, and `response` settles when it has ended.
   */
  send(
    request: TransportRequest,
    onText?: (text: string) => void,
  ): { readonly response: Promise<TransportResponse>; close(): void };
}

/** Text kept on the device. Each may throw; what cannot be kept lives as long as the page. */
export interface Backing {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

export interface ClientOptions {
  readonly widgetKey: string;
  /** Origin of the server, such as `https://chat.example`; the page's own without it. */
  readonly server?: string;
  /** The shop's signed word for who the shopper is. */
  readonly identity?: string | null;
  /** The customer's id, where there is an identity: what the device remembers of one is kept apart from what it does of another. */
  readonly shopper?: string;
  readonly staffCode?: string | null;
  readonly page?: Page;
  readonly transport?: Transport;
  readonly backing?: Backing;
  /** Makes ids that nobody guesses, where there is no `crypto`. */
  readonly newId?: () => string;
}

/** `createClient` of the package. */
export type CreateClient = (options: ClientOptions) => Client;
