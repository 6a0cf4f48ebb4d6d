import type { TranslationState } from '#collections/translations.ts';
import { translationStates } from '#collections/translations.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { TranslatedCollection } from '../../translated-collections.ts';

/** Where one language of a document stands; `source`: it is the one that the others are translated from. */
export const cellStates = ['source', ...translationStates] as const;
export type CellState = 'source' | TranslationState;

/** Who has been given a language of a document; people are ids. */
export interface CellWork {
  readonly translator: string | null;
  readonly reviewer: string | null;
  /** Day in the city, `2026-11-30`. */
  readonly due: string | null;
}

/** One language of a document. */
export interface Cell {
  readonly state: CellState;
  /** Whether the public reads it, as soon as the document is public at all. */
  readonly published: boolean;
  /** Segments with which nothing is to be done, of how many; of a source, how many there are. */
  readonly done: number;
  readonly of: number;
  /** Null: nobody has been given it. */
  readonly work: CellWork | null;
  /** Ids of the people who wrote it, looked it over or work on it. */
  readonly people: readonly string[];
}

/** What documents can be told apart by, besides the states of their languages. */
export const rowFacets = ['collection', 'topic', 'agency'] as const;
export type RowFacet = (typeof rowFacets)[number];

/** What the index keeps of a document: all that a question can ask, and all that a row shows. */
export interface IndexedDocument {
  readonly collection: TranslatedCollection;
  readonly id: string;
  /** Tells whether the document, its draft, its ledger or its marking have changed since it was read. */
  readonly stamp: string;
  /** Collection and seal, by which it is decided who may know of it: `articles internal|`; without a seal where the kind bears none. */
  readonly sight: string;
  readonly source: StudioLocale;
  readonly titles: Readonly<Partial<Record<StudioLocale, string>>>;
  /** Milliseconds since 1970: the newest of document, draft and ledger. */
  readonly changed: number;
  readonly facets: Readonly<Record<RowFacet, readonly string[]>>;
  readonly cells: Readonly<Record<StudioLocale, Cell>>;
}

/** The name of a document in the whole index. */
export const keyOf = (collection: string, id: string): string => `${collection}/${id}`;

/** Value of a facet for documents that have none. */
export const none = 'none';
