import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { isAtLeast, type Marking } from '#access/level.ts';
import { markingsOf, type StoredMarking } from '../../workflow/marking-store.ts';

/** A picture that goes into a bag. */
export interface Chosen {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly marking: StoredMarking;
}

const image = z.looseObject({
  id: z.string(),
  master: z.looseObject({ sha256: z.string(), bytes: z.number().nullish() }),
});

/** Images that are asked for at once. */
const portion = 500;

const listIn = (condition: Where | undefined): string[] | null => {
  const list = condition && 'id' in condition && condition.id && 'in' in condition.id ? condition.id.in : null;
  return Array.isArray(list) ? list.map(String) : null;
};

/** The same question in parts, where it names more pictures than a database takes in one; each part by id. */
const inParts = (where: Where): Where[] => {
  const all = where.and ?? [];
  const at = all.findIndex((one) => (listIn(one)?.length ?? 0) > portion);
  if (at === -1) return [where];
  const ids = [...new Set(listIn(all[at]))].sort();
  const parts = Array.from({ length: Math.ceil(ids.length / portion) }, (_, part) =>
    ids.slice(part * portion, (part + 1) * portion),
  );
  return parts.flatMap((part) => inParts({ and: all.with(at, { id: { in: part } }) }));
};

/**
 * The pictures that a query means and that are marked no higher than `upTo`, by id. Of the others nothing is told, not even
 * how many there are.
 */
export const choosePictures = async (req: PayloadRequest, where: Where, upTo: Marking): Promise<Chosen[]> => {
  const chosen: Chosen[] = [];
  for (const part of inParts(where)) chosen.push(...(await chooseIn(req, part, upTo)));
  return chosen;
};

const chooseIn = async (req: PayloadRequest, where: Where, upTo: Marking): Promise<Chosen[]> => {
  const chosen: Chosen[] = [];
  for (let after = ''; ; ) {
    const { docs } = await req.payload.find({
      collection: 'images',
      // Payload writes into conditions, so each question has its own
      where: { and: [structuredClone(where), ...(after === '' ? [] : [{ id: { greater_than: after } }])] },
      sort: 'id',
      limit: portion,
      pagination: false,
      select: { master: { sha256: true, bytes: true } },
      depth: 0,
      overrideAccess: true,
    });
    const images = z.array(image).parse(docs);
    const ids = images.map(({ id }) => id);
    const markings = await markingsOf(req, 'images', ids);
    for (const { id, master } of images) {
      const marking = markings.get(id);
      if (marking && isAtLeast(upTo, marking))
        chosen.push({ id, sha256: master.sha256, bytes: master.bytes ?? 0, marking });
    }
    if (images.length < portion) return chosen;
    after = ids.at(-1) ?? '';
  }
};
