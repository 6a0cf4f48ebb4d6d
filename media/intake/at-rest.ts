import type { Level } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';

/** What was opened of a file: how many bytes it has, and they themselves, each proved when it comes. */
export interface Content {
  readonly bytes: number;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The same, of which any part can be read. */
export interface Ranged extends Content {
  /** The bytes from one of them on. */
  from(at: number): AsyncIterable<Uint8Array>;
}

/** Bytes that lie on a disk for a moment, and that nothing else opens. */
export interface Passing {
  hide(plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  show(hidden: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/**
 * How the bytes of an archive lie on its disks where they do not lie there as they are. The store knows no key: whoever has keys
 * hands one of these in, and no process that decodes is ever given one.
 */
export interface AtRest {
  /**
   * Writes a file, whole or not at all, which then belongs to its name. One that is there is replaced.
   * @param name under which it will lie, where it is written beside its place
   */
  seal(path: string, plain: AsyncIterable<Uint8Array>, level: Level, name?: string): Promise<void>;
  /**
   * Opens a file. One that lies there as it is, is given as it is.
   * @throws Failure what `isHarm` knows, and where a key is out of reach; what the system says of a file that is missing
   */
  open(path: string): Promise<Ranged>;
  /** As `open`, of a file that is wanted whole. @returns also whether a seal proves that it was put under this very name */
  whole(path: string): Promise<{ readonly bytes: Uint8Array; readonly isSealed: boolean }>;
  /** Under the key of which level it lies there; null: as it is. */
  levelOf(path: string): Promise<Level | null>;
  /** Bytes of the content, by the length of the file. */
  sizeOf(path: string): Promise<number>;
  /** The level whose key a document of this level is sealed under. */
  keyFor(level: Level): Level;
  passing(): Passing;
}

const harms: readonly FailureCode[] = ['sealed-damaged', 'sealed-foreign', 'sealed-malformed', 'seal-key-destroyed'];

const away: readonly FailureCode[] = ['seal-key-missing', 'seal-key-elsewhere', 'seal-key-damaged', 'seal-key-open'];

/** Whether one key of a level is out of reach: what lies under another is as good as ever. */
export const isKeyAway = (cause: unknown): cause is Failure => cause instanceof Failure && away.includes(cause.code);

/** Whether a file does not open for what it is itself: changed, moved here from elsewhere, or its key destroyed. */
export const isHarm = (cause: unknown): boolean => cause instanceof Failure && harms.includes(cause.code);
