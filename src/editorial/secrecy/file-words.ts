import type { Payload } from 'payload';
import { z } from 'zod';
import type { EmbeddedRecord } from '#media/metadata/embedded-record.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { findSecrecy, isHeld } from '#secrecy/find.ts';
import type { Passage } from './passages.ts';

/** Most files of which it is remembered what was found: mostly nothing. */
const mostKept = 20_000;

const picture = z.object({ master: z.object({ sha256: z.string() }) });

/** Name of the bytes of a picture; null for anything else. */
export const masterOf = (document: unknown): string | null => picture.safeParse(document).data?.master.sha256 ?? null;

/** What a file says of itself with words of secrecy in it, whichever of its blocks says so: it is of all languages. */
export const passagesOfFile = ({ values }: Pick<EmbeddedRecord, 'values'>): Passage[] => {
  const said = Object.values(values).flatMap((found) => [...(found?.said ?? []), ...(found?.differing ?? [])]);
  const texts = new Set(said.map(({ text }) => text).filter((text) => findSecrecy(text).some(isHeld)));
  return [...texts].map((text) => ({ locale: null, field: 'file', text }));
};

/** What masters say of themselves that must not leave unseen. Bytes never change under their hash, so each is read once. */
export interface FileWords {
  /** What was read before; null where that has not happened yet. */
  known(sha256: string): readonly Passage[] | null;
  /** @throws Failure as `Decoders.embedded` */
  read(sha256: string): Promise<readonly Passage[]>;
}

export const openFileWords = ({ embedded }: Pick<Decoders, 'embedded'>): FileWords => {
  const found = new Map<string, readonly Passage[]>();
  const known = (sha256: string) => found.get(sha256) ?? null;
  const read = async (sha256: string): Promise<readonly Passage[]> => {
    const before = known(sha256);
    if (before) return before;
    const passages = passagesOfFile(await embedded(sha256));
    found.set(sha256, passages);
    const [oldest] = found.keys();
    if (found.size > mostKept && oldest !== undefined) found.delete(oldest);
    return passages;
  };
  return { known, read };
};

const custom = z.looseObject({
  fileWords: z.custom<FileWords>((value) => typeof value === 'object' && value !== null),
});

/**
 * Reads what the file of a document says of itself, in the studio. A file that cannot be read tells nothing here: the gate, which
 * reads it as well, lets nothing of it go.
 */
export const fileReaderOf =
  (payload: Payload) =>
  async (document: unknown): Promise<readonly Passage[]> => {
    const sha256 = masterOf(document);
    if (sha256 === null) return [];
    return custom
      .parse(payload.config.custom)
      .fileWords.read(sha256)
      .catch((err: unknown) => {
        payload.logger.warn({ err, sha256 }, 'a file was not looked into for words of secrecy');
        return [];
      });
  };
