import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { albumsBelow, type Find } from '../gate/ground-users.ts';
import { inPortions } from './portions.ts';
import { noticeDays } from './rights-section.ts';
import { anyId } from './section.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What has ended, ends within the time of notice or was withdrawn, and has a picture that stands upon it. */
export interface GroundsEnding {
  readonly records: ReadonlySet<string>;
  readonly consents: ReadonlySet<string>;
  /** Albums from which their pictures may take such a record. */
  readonly albums: ReadonlySet<string>;
}

const withId = z.looseObject({ id: anyId });
const select = { createdAt: true } as const;

type Ground = 'rights' | 'consents';

const endingBy = (collection: Ground, now: Date): Where => {
  const soon: Where = {
    validUntil: { less_than_equal: new Date(now.getTime() + noticeDays[2] * dayMs).toISOString() },
  };
  return collection === 'rights' ? soon : { or: [soon, { withdrawnOn: { exists: true } }] };
};

const finding =
  ({ db }: Payload): Find =>
  async (collection, where, limit, more = {}) =>
    (await db.find({ collection, where, limit, pagination: false, ...more })).docs;

const idsOf = (docs: readonly unknown[]): string[] =>
  z
    .array(withId)
    .parse(docs)
    .map(({ id }) => id);

/**
 * Looks for what ends before any text is read: most days, most houses have nothing.
 * @NOTE Read without anybody’s rights: of a consent nothing leaves the desk but when a picture goes.
 * @returns null where no picture stands upon anything that ends
 */
export const groundsEnding = async (payload: Payload, now: Date): Promise<GroundsEnding | null> => {
  const find = finding(payload);
  const ending = async (collection: Ground) => idsOf(await find(collection, endingBy(collection, now), 0, { select }));
  const [records, consents] = [await ending('rights'), await ending('consents')];
  const naming = (collection: string, field: string, limit: number, ids: readonly string[]) =>
    inPortions(ids, async (some) => idsOf(await find(collection, { [field]: { in: some } }, limit, { select })));
  const giving = await naming('albums', 'rightsRecord', 0, records);
  const albums = giving.length === 0 ? [] : await albumsBelow(find, giving);
  const isNamed =
    (await naming('images', 'rightsRecord', 1, records)).length > 0 ||
    (await naming('images', 'consents', 1, consents)).length > 0 ||
    (await naming('album-members', 'album', 1, albums)).length > 0;
  return isNamed ? { records: new Set(records), consents: new Set(consents), albums: new Set(albums) } : null;
};
