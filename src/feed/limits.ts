const mebibyte = 1024 * 1024;

/** Bounds of every file of a feed. Writers keep them, readers refuse what breaks them before reading it whole. */
export const limits = {
  /** Entries in one segment or one snapshot part. */
  entries: 256,
  /** Bytes of the signed payload of a segment or part. */
  payload: 4 * mebibyte,
  /** Bytes of an envelope file: the payload in base64 and its frame. */
  envelope: 6 * mebibyte,
  checkpoint: 64 * 1024,
  blob: 64 * mebibyte,
  /** Files in one list of a medium, and bytes of it. */
  listed: 10_000,
  list: 4 * mebibyte,
  /** Bytes of the signed manifest of a medium: a hundred for each list. */
  manifest: mebibyte,
  receipt: 64 * 1024,
} as const;
