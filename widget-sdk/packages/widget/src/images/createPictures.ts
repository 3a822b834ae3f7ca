import type { Client, Image } from '@xiaoer/client';

export interface Pictures {
  /** What this page has itself sent need not come back from the server. */
  keep(id: string, picture: Blob): void;
  get(image: Image): Promise<Blob | null>;
}

/** The pictures of the conversation, each fetched once. */
export function createPictures(client: Pick<Client, 'image'>): Pictures {
  const known = new Map<string, Blob>();
  return {
    keep: (id, picture) => known.set(id, picture),
    async get({ id }) {
      const { data } = known.has(id) ? {} : await client.image(id);
      if (data) known.set(id, new Blob([data]));
      return known.get(id) ?? null;
    },
  };
}
