import { readdir, rm } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { type AtRest, isHarm, type Ranged } from '#media/intake/at-rest.ts';
import { unreadPath } from '../unread-path.ts';

/**
 * Where what is on its way is sealed, an upload is a row of files, one for each piece that was sent, called by the place where it
 * begins. A piece that breaks off is sealed as far as it came. Nobody has marked it yet: it lies under the key of `restricted`.
 * Small pieces are joined before the next one comes, so that their number grows with what was sent and not with how often.
 */
export interface SealedPieces {
  /** Bytes that are here. @param among names of the folder, where somebody has read them already */
  size(id: string, among?: PieceNames): Promise<number>;
  /** @throws Failure `upload-damaged` while it is read */
  content(id: string): AsyncIterable<Uint8Array>;
  /** What is whole by now, of which any part can be read. @throws as `content` */
  whole(id: string): Promise<Ranged>;
  /**
   * @returns bytes that are here then
   * @throws what the sender’s line says, when what had come is kept; Failure `upload-damaged` before anything of it is read
   */
  append(id: string, input: AsyncIterable<Uint8Array>, offset: number): Promise<number>;
  remove(id: string): Promise<void>;
}

/** Names of pieces, by the upload that they are of. */
export type PieceNames = ReadonlyMap<string, readonly string[]>;

/** Sorts out what lies in the folder of uploads, in one go for all of them. */
export const pieceNames = (names: readonly string[]): PieceNames =>
  Map.groupBy(
    names.filter((name) => /^[^.]+\.\d+$/.test(name)),
    (name) => name.slice(0, name.indexOf('.')),
  );

interface Placed {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Bytes of what is joined at most: whoever sends large pieces has none of them written twice. */
const mostJoined = 4 * 1024 * 1024;

const lengthOf = ({ start, end }: Placed): number => end - start;

/** Each byte is written anew only so often as what it lies in doubles. */
const belongTogether = (one: Placed, next: Placed): boolean =>
  lengthOf(one) + lengthOf(next) <= mostJoined && lengthOf(one) <= 2 * lengthOf(next);

const isGone = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** Reads which pieces of an upload are here: those that follow upon one another without a gap, from the beginning on. */
const piecesIn =
  (folder: string, atRest: AtRest) =>
  async (id: string, among?: PieceNames): Promise<Placed[]> => {
    const names = (among ?? pieceNames(await readdir(folder).catch(() => []))).get(id) ?? [];
    const starts = names.map((name) => Number(name.slice(id.length + 1))).sort((one, other) => one - other);
    const row: Placed[] = [];
    for (const start of starts) {
      if (start !== (row.at(-1)?.end ?? 0)) continue;
      const path = unreadPath(folder, `${id}.${start}`);
      const size = await atRest.sizeOf(path).catch((cause: unknown) => {
        // It was joined to the one before it, or the upload has ended, since the folder was read
        if (isGone(cause)) return null;
        throw cause;
      });
      if (size !== null) row.push({ path, start, end: start + size });
    }
    return row;
  };

/** What lies in a row of pieces, from one of its bytes on. */
async function* contentFrom(open: AtRest['open'], pieces: readonly Placed[], at: number): AsyncGenerator<Uint8Array> {
  try {
    for (const { path, start, end } of pieces) if (end > at) yield* (await open(path)).from(Math.max(0, at - start));
  } catch (cause) {
    // Where it lies is nothing to the sender
    throw isHarm(cause) ? new Failure('upload-damaged', {}, { cause }) : cause;
  }
}

/** The key of each piece is unwrapped once: a ZIP is looked into a thousand times. */
const openedOnce = (open: AtRest['open']): AtRest['open'] => {
  const opened = new Map<string, Promise<Ranged>>();
  return (path) => {
    const one = opened.get(path) ?? open(path);
    opened.set(path, one);
    return one;
  };
};

export const openSealedPieces = (folder: string, atRest: AtRest): SealedPieces => {
  const piecesOf = piecesIn(folder, atRest);
  const contentOf = (pieces: readonly Placed[]) => contentFrom(atRest.open, pieces, 0);

  /** Joins the last pieces as long as they belong together. Cut short, the second of two is one too many, and nobody’s next. */
  const join = async (id: string): Promise<void> => {
    const row = await piecesOf(id);
    for (let [one, next] = row.slice(-2); one && next && belongTogether(one, next); [one, next] = row.slice(-2)) {
      await atRest.seal(one.path, contentOf([one, next]), 'unreviewed');
      await rm(next.path, { force: true });
      row.splice(-2, 2, { ...one, end: next.end });
    }
  };
  return {
    size: async (id, among) => (await piecesOf(id, among)).at(-1)?.end ?? 0,
    content: async function* (id) {
      yield* contentOf(await piecesOf(id));
    },
    whole: async (id) => {
      const pieces = await piecesOf(id);
      const open = openedOnce(atRest.open);
      const from = (at: number) => contentFrom(open, pieces, at);
      return { bytes: pieces.at(-1)?.end ?? 0, body: from(0), from };
    },
    append: async (id, input, offset) => {
      // Before anything else comes: whoever takes in what is whole has it as it lies
      await join(id);
      let at = offset;
      const broken: unknown[] = [];
      const arrived = async function* () {
        try {
          for await (const chunk of input) {
            at += chunk.byteLength;
            yield chunk;
          }
        } catch (cause) {
          broken.push(cause);
        }
      };
      await atRest.seal(unreadPath(folder, `${id}.${offset}`), arrived(), 'unreviewed');
      if (broken.length > 0) throw broken[0];
      return at;
    },
    remove: async (id) => {
      for (const name of await readdir(folder).catch(() => []))
        if (name.startsWith(`${id}.`)) await rm(unreadPath(folder, name), { force: true });
    },
  };
};
