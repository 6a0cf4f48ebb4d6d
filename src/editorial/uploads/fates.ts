import { createHash } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import type { FailureCode } from '#errors/failures.ts';
import { legacyForms } from '#media/metadata/legacy-tables.ts';
import type { LeavingFate } from '../archive/fates-csv.ts';
import type { Fate } from '../archive/ingest.ts';
import { isCounted } from '../copies/counted.ts';
import type { Lack } from '../workflow/image-facts.ts';
import { markingsOf } from '../workflow/marking-store.ts';

const collection = 'upload-fates';

/** Whose file it was, and in which upload of which batch it came. */
export interface Came {
  readonly owner: string;
  readonly batch: string;
  readonly upload: string;
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const row = z.looseObject({
  id: z.string(),
  file: z.string(),
  outcome: z.enum(['stored', 'attention', 'known', 'refused']),
  code: text,
  values: text,
  lacks: text,
  image: text,
  sha256: text,
  bytes: z.number().nullish(),
  reading: text,
});

const recognised = z.object({ form: z.enum(legacyForms), text: z.string(), certainty: z.number() });
const values = z.record(z.string(), z.union([z.string(), z.number()]));

const fateOf = (stored: unknown): Fate => {
  const { file, outcome, code, lacks, image, sha256, bytes, reading, values: told } = row.parse(stored);
  return {
    ...{ file, outcome, sha256, id: image, bytes: bytes ?? 0 },
    code: code as FailureCode | null,
    values: told ? values.parse(JSON.parse(told)) : {},
    lacks: (lacks?.split(' ').filter(Boolean) ?? []) as Lack[],
    reading: reading ? recognised.parse(JSON.parse(reading)) : null,
  };
};

/** The same for the same file of the same upload, so that what is done again is written once. */
export const fateId = (upload: string, file: string | null): string => {
  if (file === null) return upload;
  const hex = createHash('sha256').update(`${upload}/${file}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
};

/** Writes down what became of a file, once. In the transaction of the request, if it has one. */
export const writeFate = async (req: PayloadRequest, id: string, came: Came, fate: Fate): Promise<void> => {
  const { file, outcome, code, lacks, sha256, bytes, reading } = fate;
  const told = {
    ...{ ...came, file, outcome, code, sha256, bytes, image: fate.id },
    values: JSON.stringify(fate.values ?? {}),
    lacks: lacks.join(' '),
    reading: reading && JSON.stringify(reading),
  };
  const there = await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req });
  if (there) await req.payload.db.updateOne({ collection, id, data: told, req, returning: false });
  else await req.payload.db.create({ collection, customID: id, data: { id, ...told }, req, returning: false });
};

/** Ids of what is known already of an upload. */
export const fatesKnown = async (payload: Payload, upload: string): Promise<ReadonlySet<string>> => {
  const where: Where = { upload: { equals: upload } };
  const { docs } = await payload.db.find({ collection, where, limit: 0, pagination: false });
  return new Set(docs.map(({ id }) => String(id)));
};

/** Most documents that one question by a person may bring. */
const portion = 200;

const asPerson = (req: PayloadRequest) => ({ depth: 0, overrideAccess: false, user: req.user }) as const;

/** Those of some images that the person may know of: one may have been marked above their clearance since. */
const seenBy = async (req: PayloadRequest, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>();
  for (let start = 0; start < ids.length; start += portion) {
    const where: Where = { id: { in: ids.slice(start, start + portion) } };
    const asked = { collection: 'images', where, limit: portion, pagination: false, select: {} } as const;
    const { docs } = await req.payload.find({ ...asked, ...asPerson(req) });
    for (const { id } of docs) seen.add(String(id));
  }
  return seen;
};

/**
 * What became of files, as far as the person may know.
 * @param most how many, at most
 */
export const fatesFor = async (req: PayloadRequest, where: Where, most: number): Promise<Fate[]> => {
  const rows: unknown[] = [];
  for (let page = 1, more = true; more && rows.length < most; page += 1) {
    const asked = { collection, where, limit: portion, page, sort: ['file', 'id'] };
    const { docs, hasNextPage } = await req.payload.find({ ...asked, ...asPerson(req) });
    rows.push(...docs);
    more = hasNextPage;
  }
  const fates = rows.slice(0, most).map(fateOf);
  const seen = await seenBy(req, [...new Set(fates.flatMap(({ id }) => id ?? []))]);
  return fates.map((fate) => (fate.id !== null && !seen.has(fate.id) ? { ...fate, id: null } : fate));
};

/**
 * The same as they leave the studio in a file: nothing that a file says of itself, its name, length and sum included, where copies of the
 * picture are counted, or where the person may know nothing of it any more.
 */
export const leavingFates = async (req: PayloadRequest, fates: readonly Fate[]): Promise<LeavingFate[]> => {
  const ids = [...new Set(fates.flatMap(({ id }) => id ?? []))];
  const free = new Set<string>();
  for (let start = 0; start < ids.length; start += portion)
    for (const [id, marking] of await markingsOf(req, 'images', ids.slice(start, start + portion)))
      if (!isCounted(marking)) free.add(id);
  return fates.map((fate) => {
    const goes = fate.outcome === 'refused' || (fate.id !== null && free.has(fate.id));
    return goes ? fate : { ...fate, file: '', sha256: null, bytes: null, reading: null };
  });
};
