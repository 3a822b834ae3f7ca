/** What a link to the chat page may bring: the code of a staff link, the shop's signed word for who the shopper is. */
export interface HandedOver {
  readonly staffCode: string | null;
  readonly identity: string | null;
}
