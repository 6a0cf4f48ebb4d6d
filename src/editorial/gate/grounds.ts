import { albumDefaults } from '../albums/album-defaults.ts';
import type { DocumentRef } from '../release/released-collections.ts';

/**
 * What the right to show pictures stands upon, as hints name it: rights records, consents, and what an album gives its
 * pictures and those of the albums below it.
 */
export const groundCollections = ['rights', 'consents', albumDefaults] as const;
export type GroundCollection = (typeof groundCollections)[number];

export interface Ground {
  readonly collection: GroundCollection;
  readonly id: string;
}

export const isGround = (name: unknown): name is GroundCollection => groundCollections.some((one) => one === name);

/** Finds the pictures that stand upon what has changed, a page at a time, so that no save and no withdrawal waits for all. */
export interface Grounds {
  add(grounds: readonly Ground[]): void;
  isOn(): boolean;
  /** The next pictures, none when all have been named. */
  next(): Promise<DocumentRef[]>;
}

/** Where they are looked up. */
export interface GroundUsers {
  /** Ids of the pictures that stand upon a rights record or a consent, in ascending order. */
  users(ground: Ground, after: string | null, limit: number): Promise<string[]>;
}

const pageSize = 500;

export function openGrounds(committed: GroundUsers): Grounds {
  const waiting = new Map<string, { readonly ground: Ground; after: string | null }>();
  return {
    add: (grounds) => {
      // One that has changed again begins again: the pictures named so far have been judged by what it was
      for (const ground of grounds) waiting.set(`${ground.collection}/${ground.id}`, { ground, after: null });
    },
    isOn: () => waiting.size > 0,
    next: async () => {
      const [entry] = waiting;
      if (!entry) return [];
      const [key, at] = entry;
      const ids = await committed.users(at.ground, at.after, pageSize);
      at.after = ids.at(-1) ?? null;
      if (ids.length < pageSize) waiting.delete(key);
      return ids.map((id) => ({ collection: 'images', id }));
    },
  };
}
