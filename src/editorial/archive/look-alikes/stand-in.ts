import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';

const stored = z.looseObject({
  id: z.string(),
  mergedInto: z
    .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
    .nullish()
    .catch(null),
});

/** Whoever asks, inside of a transaction where there is one. */
type Asked = Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'transactionID'>>;

const read = async (req: Asked, where: Where) => {
  const { docs } = await req.payload.db.find({
    collection: 'images',
    where,
    select: { mergedInto: true },
    limit: 0,
    pagination: false,
    ...('transactionID' in req && { req: req as PayloadRequest }),
  });
  return docs.map((doc) => stored.parse(doc));
};

/** A record that was kept may be merged into another one later: so many steps are followed. */
const steps = 16;

/** For images that stand behind another record: that record. Those that stand for themselves are not among the keys. */
export const standInsOf = async (req: Asked, ids: readonly string[]): Promise<Map<string, string>> => {
  const into = new Map<string, string>();
  let asked = [...new Set(ids)];
  for (let step = 0; asked.length > 0 && step < steps; step += 1) {
    const found = await read(req, { id: { in: asked } });
    const merged = found.flatMap(({ id, mergedInto }) => (mergedInto ? [{ id, mergedInto }] : []));
    for (const { id, mergedInto } of merged) into.set(id, mergedInto);
    asked = merged.map(({ mergedInto }) => mergedInto).filter((id) => !into.has(id));
  }
  const last = (id: string): string => {
    let at = id;
    for (let step = 0; step < steps; step += 1) at = into.get(at) ?? at;
    return at;
  };
  return new Map(ids.filter((id) => into.has(id)).map((id) => [id, last(id)]));
};

/** Images that stand behind this one, directly or through others. */
export const behind = async (req: PayloadRequest, image: string): Promise<string[]> => {
  const all = new Set<string>();
  let asked = [image];
  for (let step = 0; asked.length > 0 && step < steps; step += 1) {
    const found = await read(req, { mergedInto: { in: asked } });
    asked = found.map(({ id }) => id).filter((id) => !all.has(id) && id !== image);
    for (const id of asked) all.add(id);
  }
  return [...all];
};
