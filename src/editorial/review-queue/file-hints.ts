import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Decoders } from '#media/sandbox/pool.ts';
import { type Hint, hintsOfFile } from './hints.ts';

/** What a file says of secrecy; null where it could not be read. */
export type FileHints = readonly Hint[] | null;

/** Most files whose hints are remembered. A hint is a few words, so this is a few megabytes. */
const mostKept = 20_000;

const withMaster = z.looseObject({ id: z.string(), master: z.looseObject({ sha256: z.string() }) });

const mastersOf = async (req: PayloadRequest, ids: readonly string[]): Promise<[id: string, sha256: string][]> => {
  const { docs } = await req.payload.find({
    collection: 'images',
    where: { id: { in: [...ids] } },
    ...{ limit: ids.length, pagination: false, depth: 0, select: { master: true } },
    overrideAccess: false,
    user: req.user,
    req,
  });
  return docs.flatMap((doc) => {
    const { data } = withMaster.safeParse(doc);
    return data ? [[data.id, data.master.sha256] as [string, string]] : [];
  });
};

/**
 * Looks for words of secrecy in what files say of themselves. Bytes never change under their hash, so that each is read once as
 * long as the studio runs.
 */
export const openFileHints = ({ embedded }: Pick<Decoders, 'embedded'>) => {
  const known = new Map<string, readonly Hint[]>();
  const read = async ({ logger }: PayloadRequest['payload'], sha256: string): Promise<FileHints> => {
    const before = known.get(sha256);
    if (before) return before;
    const found = await embedded(sha256).then(hintsOfFile, (err: unknown) => {
      logger.warn({ err, sha256 }, 'a file was not looked into for words of secrecy');
      return null;
    });
    if (found) known.set(sha256, found);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return found;
  };
  /** By id of the picture; what somebody may not see is not among them. */
  return async (req: PayloadRequest, ids: readonly string[]): Promise<Readonly<Record<string, FileHints>>> => {
    const masters = await mastersOf(req, ids);
    const found = await Promise.all(
      masters.map(async ([id, sha256]) => [id, await read(req.payload, sha256)] as const),
    );
    return Object.fromEntries(found);
  };
};
