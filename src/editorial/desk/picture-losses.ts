import { z } from 'zod';
import { heldRights } from '../release/stored-rights.ts';
import { rightsReader } from '../workflow/rights-reader.ts';
import type { Asker } from './desk.ts';
import type { GroundsEnding } from './grounds-ending.ts';
import { inPortions } from './portions.ts';
import { type NoticeDays, noticeFor } from './rights-section.ts';
import { anyId } from './section.ts';

/** When a picture goes, and within how many days; 0: it is not shown any more. */
export interface Loss {
  readonly at: string;
  readonly within: NoticeDays | 0;
}

interface Term {
  readonly validUntil: string | null;
  readonly withdrawnOn?: string | null;
}

const lossOf = ({ validUntil, withdrawnOn }: Term, now: Date): Loss[] => {
  if (withdrawnOn) return [{ at: withdrawnOn, within: 0 }];
  if (!validUntil) return [];
  const within = noticeFor(validUntil, now) ?? (Date.parse(validUntil) <= now.getTime() ? 0 : null);
  return within === null ? [] : [{ at: validUntil, within }];
};

const id = z.union([anyId, z.looseObject({ id: anyId }).transform((value) => value.id)]);
const naming = z.looseObject({ id: anyId, rightsRecord: id.nullish(), consents: z.array(id).nullish() });
const member = z.object({ album: z.string(), image: z.string() });

const find = async ({ payload }: Asker, collection: string, field: string, ids: readonly string[], more: object = {}) =>
  (await payload.db.find({ collection, where: { [field]: { in: [...ids] } }, limit: 0, pagination: false, ...more }))
    .docs;

/** Of these pictures those that name what ends, or are in an album from which they may take it. */
const concernedBy = async (
  asker: Asker,
  pictures: readonly string[],
  { records, consents, albums }: GroundsEnding,
): Promise<string[]> => {
  const select = { rightsRecord: true, consents: true } as const;
  const own = await inPortions(pictures, async (some) =>
    z
      .array(naming)
      .parse(await find(asker, 'images', 'id', some, { select }))
      .filter((one) => records.has(one.rightsRecord ?? '') || one.consents?.some((consent) => consents.has(consent))),
  );
  const taking =
    albums.size === 0
      ? []
      : await inPortions(pictures, async (some) =>
          z
            .array(member)
            .parse(await find(asker, 'album-members', 'image', some))
            .filter(({ album }) => albums.has(album)),
        );
  return [...new Set([...own.map((one) => one.id), ...taking.map(({ image }) => image)])];
};

/** What ends of a picture first, as its rights hold: its own record’s end goes before one that it would take from an album. */
const firstLoss = (document: unknown, now: Date): Loss | null => {
  const { rights, shown } = heldRights(document);
  const all = [{ validUntil: rights.validUntil }, ...shown.consents].flatMap((term: Term) => lossOf(term, now));
  // What is gone already is not told as something to come
  const isGone = ({ within }: Loss) => (within === 0 ? 0 : 1);
  return all.sort((one, other) => isGone(one) - isGone(other) || one.at.localeCompare(other.at))[0] ?? null;
};

/** Of these pictures those that are lost, or soon will be, with the first end of each. */
export const lossesOf = async (
  asker: Asker,
  pictures: readonly string[],
  ending: GroundsEnding,
  now: Date,
): Promise<ReadonlyMap<string, Loss>> => {
  const held = rightsReader(asker);
  const losses = await inPortions(await concernedBy(asker, pictures, ending), async (some) => {
    const documents = await held(await find(asker, 'images', 'id', some));
    return documents.flatMap((document) => {
      const loss = firstLoss(document, now);
      return loss ? [[z.parse(naming, document).id, loss] as const] : [];
    });
  });
  return new Map(losses);
};
