import { readdir, rm } from 'node:fs/promises';
import type { AtRest } from '#media/intake/at-rest.ts';
import { unreadPath } from '../unread-path.ts';

/**
 * Where what is on its way is sealed, an upload is a row of files, one for each piece that was sent, called by the place where it
 * begins. A piece that breaks off is sealed as far as it came. Nobody has marked it yet: it lies under the key of `restricted`.
 */
export interface SealedPieces {
  /** Bytes that are here. */
  size(id: string): Promise<number>;
  content(id: string): AsyncIterable<Uint8Array>;
  /** @returns bytes that are here then. @throws what the sender’s line says, when what had come is kept */
  append(id: string, input: AsyncIterable<Uint8Array>, offset: number): Promise<number>;
  remove(id: string): Promise<void>;
}

export const openSealedPieces = (folder: string, atRest: AtRest): SealedPieces => {
  /** Those that follow upon one another without a gap, from the beginning on. */
  const piecesOf = async (id: string) => {
    const names = await readdir(folder).catch(() => []);
    const starts = names
      .flatMap((name) => (name.startsWith(`${id}.`) && /^\d+$/.test(name.slice(id.length + 1)) ? [name] : []))
      .map((name) => Number(name.slice(id.length + 1)))
      .sort((one, other) => one - other);
    const row: { path: string; end: number }[] = [];
    for (const start of starts) {
      if (start !== (row.at(-1)?.end ?? 0)) continue;
      const path = unreadPath(folder, `${id}.${start}`);
      row.push({ path, end: start + (await atRest.sizeOf(path)) });
    }
    return row;
  };
  return {
    size: async (id) => (await piecesOf(id)).at(-1)?.end ?? 0,
    content: async function* (id) {
      for (const { path } of await piecesOf(id)) yield* (await atRest.open(path)).body;
    },
    append: async (id, input, offset) => {
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
