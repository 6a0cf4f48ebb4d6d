import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { copyForms, copyStates } from '#collections/copies.ts';
import { studioLocales } from '#languages/locales.ts';
import { atOnce } from '../database/at-once.ts';
import { instant, maybeInstant, text } from '../database/stored-values.ts';
import { markedCollections } from '../workflow/references.ts';
import { nextNumber } from './next-number.ts';

const stored = z.object({
  number: z.number(),
  permission: z.string(),
  nth: z.number(),
  total: z.number(),
  subjectType: z.enum(markedCollections),
  subjectId: z.string(),
  locale: z.enum(studioLocales),
  form: z.enum(copyForms),
  seal: z.string(),
  term: text,
  recipient: z.string(),
  purpose: z.string(),
  madeBy: text,
  madeName: text,
  madeAt: instant,
  holder: text,
  holderName: text,
  place: text,
  state: z.enum(copyStates),
  returnedAt: maybeInstant,
  returnedName: text,
  destroyedBy: text,
  destroyedName: text,
  destroyedAt: maybeInstant,
  destroyedHow: text,
  confirmedName: text,
  confirmedAt: maybeInstant,
});
/** A line of the copy register; instants in UTC. */
export type Copy = z.infer<typeof stored>;

type Asked = Pick<PayloadRequest, 'payload'>;

const collection = 'copies';

/** Copies of which a condition is true, the newest first. */
export const findCopies = async ({ payload }: Asked, where: Where = {}): Promise<Copy[]> => {
  const asked = { collection, where, sort: '-number', limit: 0, pagination: false } as const;
  return (await payload.db.find(asked)).docs.map((doc) => stored.parse(doc));
};

export const readCopy = async (req: Asked, number: number): Promise<Copy | null> =>
  (await findCopies(req, { id: { equals: String(number) } }))[0] ?? null;

/** Copies that are somewhere: with somebody, back, or said to be destroyed without anybody having confirmed it. */
export const existing: Where = { state: { not_equals: 'destroyed' } };

const lastNumber = async ({ payload }: Asked): Promise<number> => {
  const { docs } = await payload.db.find({ collection, sort: '-number', limit: 1, pagination: false });
  return docs[0] ? stored.parse(docs[0]).number : 0;
};

/** The last number that this process has given, whatever became of its row. */
const given = new WeakMap<Payload, number>();

/** Times that a number is tried which others take at the same moment. */
const patience = 50;

/** What is known of a copy when it is made. */
export type MadeCopy = Omit<
  Copy,
  | 'number'
  | 'state'
  | `returned${'At' | 'Name'}`
  | `destroyed${'By' | 'Name' | 'At' | 'How'}`
  | `confirmed${'Name' | 'At'}`
>;

/**
 * Enters a copy under a number that no other has or had. It stands by itself, in no transaction: a number that was told is never
 * given again, whatever is rolled back, and whichever database is put back: see `nextNumber`.
 */
export const enterCopy = async (req: Asked, made: MadeCopy): Promise<Copy> => {
  for (let tries = 1; ; tries += 1) {
    const before = { stored: await lastNumber(req), given: given.get(req.payload) ?? 0 };
    const number = nextNumber(before, new Date());
    const id = String(number);
    given.set(req.payload, number);
    try {
      const data = { ...made, id, number, state: 'out' };
      await req.payload.db.create({ collection, customID: id, data, returning: false });
      const copy = await readCopy(req, number);
      if (copy) return copy;
    } catch (cause) {
      // Somebody else took the number; whatever else it is, it is no reason to try again
      if (tries >= patience || !(await readCopy(req, number))) throw cause;
    }
  }
};

/**
 * Changes a line from the state in which it was seen, with whoever held it then and whoever had said that it is destroyed.
 * @returns false where somebody was faster
 */
export const changeCopy = async (
  req: PayloadRequest,
  { number, state, holder, destroyedBy }: Copy,
  data: Readonly<Record<string, string | null>>,
): Promise<boolean> => {
  const seen = { id: String(number), state, holder, destroyedBy };
  const where: Where = { and: Object.entries(seen).map(([name, value]) => ({ [name]: { equals: value } })) };
  const change = { collection, where, data: { ...data }, req, ...atOnce(req.payload) } as const;
  return (await req.payload.db.updateOne(change)) !== null;
};
