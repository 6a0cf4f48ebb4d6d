import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '../content.ts';

/** What memory keeps: one segment in two languages or more, as people have said that it is right. */
export interface MemoryUnit {
  /** Never given twice. */
  readonly id: string;
  /** Who may know of it: that of its document. Only compared here. */
  readonly seal: string;
  readonly texts: Readonly<Partial<Record<StudioLocale, MemoryText>>>;
  /** Where it stands; what was brought from elsewhere stands nowhere. */
  readonly document?: MemoryDocument | undefined;
  /** When somebody last said that it is right: ISO 8601. */
  readonly at: string;
}

export interface MemoryDocument {
  readonly collection: string;
  readonly id: string;
}

export interface MemoryText {
  readonly content: Content;
  /** Where in its document: path of the segment. */
  readonly path?: string | undefined;
  /** Fingerprints of the segments before and after it; `''` at the beginning and at the end; undefined where that is not known. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** What stands around a segment. */
export interface Surroundings {
  readonly document?: MemoryDocument | undefined;
  readonly path?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Both neighbours as one text; null where one of them is not known. */
export const neighboursOf = ({ before, after }: Surroundings): string | null =>
  before === undefined || after === undefined ? null : `${before}\u0000${after}`;

/** The place as one text; null where there is none. */
export const placeOf = ({ document, path }: Surroundings): string | null =>
  document === undefined || path === undefined ? null : `${document.collection}\u0000${document.id}\u0000${path}`;

/** Whether two segments stand between the same neighbours, or at the same place. */
export const isSameContext = (one: Surroundings, other: Surroundings): boolean => {
  const [neighbours, place] = [neighboursOf(one), placeOf(one)];
  return (neighbours !== null && neighbours === neighboursOf(other)) || (place !== null && place === placeOf(other));
};
