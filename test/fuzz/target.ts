/** Something that reads bytes of strangers. */
export interface Target {
  readonly name: string;
  /** Valid inputs: the first things that are tried, and what the others are changed from. */
  readonly samples: () => Promise<readonly Uint8Array[]> | readonly Uint8Array[];
  /** Pieces that mean something to the reader, to be put anywhere. */
  readonly words: readonly (string | Uint8Array)[];
  /** Codes of the failures that it may end with; none where it has to give a result whatever the bytes are. */
  readonly codes: RegExp | null;
  /**
   * Reads to the end.
   * @throws a Failure with one of `codes`. Whatever else is thrown, an assertion among it, is a fault.
   */
  readonly read: (bytes: Uint8Array) => unknown;
  /** Most steps for an input: blocks of code that are entered, a loop once each time. */
  readonly steps: { readonly base: number; readonly perByte: number };
}

/** Enough for readers that go over their bytes a few times, and far too little for one that goes over them for each of them. */
export const usualSteps = { base: 200_000, perByte: 200 } as const;

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
/** Words of formats that are not text, one byte for each character. */
export const latin = (...words: readonly string[]): Uint8Array[] => words.map((word) => Buffer.from(word, 'latin1'));

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Bytes as a reader gets them from a stream: in two pieces, cut wherever the middle is. */
export const inPieces = (bytes: Uint8Array): Uint8Array[] => {
  const middle = bytes.length >> 1;
  return [bytes.subarray(0, middle), bytes.subarray(middle)];
};

/** Reads everything that a reader gives, and keeps as much of it as a test can look at. */
export const drained = async <T>(items: AsyncIterable<T>, keep = 1000): Promise<T[]> => {
  const kept: T[] = [];
  for await (const item of items) if (kept.length < keep) kept.push(item);
  return kept;
};
