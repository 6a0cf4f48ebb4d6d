import { Failure, type FailureValues } from '#errors/failure.ts';

/** A written file as one text. */
export const whole = async (pieces: AsyncIterable<string>): Promise<string> => {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all.join('');
};

export const bytesOf = (text: string): Uint8Array[] => [Buffer.from(text)];

/** Everything that a reader gives. */
export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

/** Code and values of the failure with which a reading ends; anything else that is thrown is thrown on. */
export const failureOf = async (
  items: AsyncIterable<unknown>,
): Promise<{ code: string; values: FailureValues } | null> => {
  try {
    for await (const _ of items);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, values: error.values };
  }
};
