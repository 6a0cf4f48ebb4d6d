import type { FailureCode } from '#errors/failures.ts';
import type { Recognised } from '#media/metadata/legacy-text.ts';

/** One file of a delivery: a folder or a ZIP. */
export interface Piece {
  /** Where it lies in the delivery, with `/` between folders, NFC. */
  readonly name: string;
  /** As the delivery says; the truth comes with the bytes. */
  readonly bytes: number;
  open(): Promise<AsyncIterable<Uint8Array>>;
  /** Why it must not be opened at all. */
  readonly refused?: FailureCode;
  /** What a name in an older encoding seems to say. Nothing goes by it: it is for somebody to confirm. */
  readonly reading?: Recognised;
}

/** What is to be taken in, listed before anything is read. */
export interface Delivery extends AsyncDisposable {
  readonly pieces: readonly Piece[];
  /** Names of what computers leave among pictures, which is passed over. */
  readonly skipped: readonly string[];
}
