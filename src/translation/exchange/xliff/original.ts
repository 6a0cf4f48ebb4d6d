/** Which state of which document a file of XLIFF was made from. */
export interface Original {
  readonly collection: string;
  readonly documentId: string;
  readonly sourceRevision: number;
}

/**
 * The value of `original`, the one attribute of a file that every tool has to bring back (XLIFF 2.1, 4.3.1.24; 1.2, `original`):
 * `articles/42?revision=7`.
 */
export const writeOriginal = ({ collection, documentId, sourceRevision }: Original): string =>
  `${encodeURIComponent(collection)}/${encodeURIComponent(documentId)}?revision=${sourceRevision}`;

/** @returns null where the file is not one of ours */
export const readOriginal = (text: string | undefined): Original | null => {
  const [, collection, documentId, revision] =
    /^([^/?]{1,300})\/([^/?]{1,300})\?revision=(\d{1,15})$/.exec(text ?? '') ?? [];
  if (collection === undefined || documentId === undefined) return null;
  try {
    return {
      collection: decodeURIComponent(collection),
      documentId: decodeURIComponent(documentId),
      sourceRevision: Number(revision),
    };
  } catch {
    return null;
  }
};
