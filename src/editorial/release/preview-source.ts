import type { DocumentRef, ReleasedCollection } from './released-collections.ts';

/** Where a preview finds what a document refers to: only what the person who looks may read. */
export interface PreviewSource {
  /** The documents among `ids` that the person may read, by id, localised fields as objects by language. */
  read(collection: ReleasedCollection, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Address in the studio at which the person may open a document. */
  documentHref(ref: DocumentRef): string;
  /** Address of a picture's file in the studio, at about this width in pixels. */
  imageHref(id: string, width: number): string;
}
