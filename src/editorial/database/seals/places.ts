import { type MarkedCollection, markedCollections } from '../../workflow/references.ts';

/** Where seals stand beside markings: documents of a marked kind, or the versions of them. */
export interface SealPlace {
  readonly collection: MarkedCollection;
  readonly versions: boolean;
}

/** Both places of one kind. */
export const placesOf = (collection: MarkedCollection): readonly SealPlace[] => [
  { collection, versions: false },
  { collection, versions: true },
];

export const sealPlaces: readonly SealPlace[] = markedCollections.flatMap(placesOf);

/** Kinds with drafts, whose lists are read from their newest versions. */
export const draftedCollections: readonly MarkedCollection[] = ['articles', 'events'];
