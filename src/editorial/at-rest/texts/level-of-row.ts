import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { levels } from '#access/level.ts';
import { type SealedLevel, sealedLevels } from '#sealing/identity.ts';
import { isMarkedCollection } from '../../workflow/references.ts';
import { keyFor } from '../sealed-at-rest.ts';
import { lyingOf } from './lying.ts';

type Doc = Readonly<Record<string, unknown>>;

/** Finds one row as it lies in the database. */
export type FindRaw = (
  collection: string,
  where: Where,
  req: Partial<PayloadRequest> | undefined,
) => Promise<Doc | null>;

const marked = z.looseObject({ level: z.enum(levels) });

const subjects = [
  z
    .object({ subjectType: z.string(), subjectId: z.string() })
    .transform((of) => [of.subjectType, of.subjectId] as const),
  z
    .object({ collection: z.string(), documentId: z.string() })
    .transform((of) => [of.collection, of.documentId] as const),
  z.object({ picture: z.string() }).transform((of) => ['images', of.picture] as const),
  // What became of a file, once it is a picture
  z.object({ upload: z.string(), image: z.string() }).transform((of) => ['images', of.image] as const),
];

const subjectIn = (doc: Doc | null): readonly [string, string] | null => {
  for (const subject of subjects) {
    const read = subject.safeParse(doc);
    if (read.success) return read.data;
  }
  return null;
};

/** The highest level under whose key anything of a row lies already. */
const levelOfLying = async (collection: string, stored: Doc | null): Promise<SealedLevel> => {
  const { keys } = await lyingOf(collection, stored ?? {});
  const ranks = keys.map(({ level }) => sealedLevels.indexOf(level));
  return sealedLevels[Math.max(0, ...ranks)] ?? keyFor('unreviewed');
};

/**
 * The key for a row: that of the document which it is or speaks of, and `restricted` where it speaks of none. What is kept of a document that was
 * deleted, marking and all, stays under the key that it had: nobody has lowered it.
 */
export const levelOfRow = async (
  { collection, id }: { readonly collection: string; readonly id: string },
  data: Doc,
  find: FindRaw,
  req: Partial<PayloadRequest> | undefined,
): Promise<SealedLevel> => {
  const stored = () => find(collection, { id: { equals: id } }, req);
  if (collection === 'markings') {
    const own = marked.safeParse('level' in data ? data : await stored());
    return keyFor(own.success ? own.data.level : 'unreviewed');
  }
  const subject = isMarkedCollection(collection)
    ? ([collection, id] as const)
    : (subjectIn(data) ?? subjectIn(await stored()));
  if (subject === null) return keyFor('unreviewed');
  const where: Where = { and: [{ subjectType: { equals: subject[0] } }, { subjectId: { equals: subject[1] } }] };
  const read = marked.safeParse(await find('markings', where, req));
  return read.success ? keyFor(read.data.level) : levelOfLying(collection, await stored());
};
