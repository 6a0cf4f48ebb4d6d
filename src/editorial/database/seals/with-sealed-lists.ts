import type { BaseDatabaseAdapter, Config, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { isMarkedCollection, type MarkedCollection } from '../../workflow/references.ts';
import { type BySeal, bySeal } from './by-seal.ts';
import { areDoubted } from './doubt.ts';
import type { SealPlace } from './places.ts';
import { sealStoreOf } from './seal-store-of.ts';

const marking = z.object({ id: z.string(), subjectId: z.string(), seal: z.string() });
type Marking = z.infer<typeof marking>;

/** Documents whose markings are asked for at once. */
const portion = 500;

const markingsOf = async (
  db: BaseDatabaseAdapter,
  req: Partial<PayloadRequest> | undefined,
  collection: MarkedCollection,
  ids: readonly string[],
): Promise<Map<string, Marking>> => {
  const found = new Map<string, Marking>();
  for (let at = 0; at < ids.length; at += portion) {
    const subjects = { subjectId: { in: ids.slice(at, at + portion) } };
    const where: Where = { and: [subjects, { subjectType: { equals: collection } }] };
    const select = { subjectId: true, seal: true } as const;
    const asked = { collection: 'markings', where, select, limit: 0, pagination: false } as const;
    const { docs } = await db.find({ ...asked, ...(req && { req }) });
    for (const one of z.array(marking).parse(docs)) found.set(one.subjectId, one);
  }
  return found;
};

/** What was found by a seal that its marking does not bear out. */
const astray = async (
  db: BaseDatabaseAdapter,
  req: Partial<PayloadRequest> | undefined,
  collection: MarkedCollection,
  { ids, lists }: { readonly ids: readonly string[] } & Pick<BySeal, 'lists'>,
): Promise<readonly (Marking | undefined)[]> => {
  const markings = await markingsOf(db, req, collection, ids);
  return ids
    .map((id) => markings.get(id))
    .filter((one) => one === undefined || !lists.every((seals) => seals.includes(one.seal)));
};

/** Tells whether every row of a place bears a seal; once so, always so, since none is written without. */
const asksOnce = (db: BaseDatabaseAdapter) => {
  const whole = new Set<string>();
  return async ({ collection, versions }: SealPlace): Promise<boolean> => {
    const key = `${collection} ${versions}`;
    if (!whole.has(key) && !(await sealStoreOf(db).lacks({ collection, versions }))) whole.add(key);
    return whole.has(key);
  };
};

type Ask = BaseDatabaseAdapter['find'];
type Question = Parameters<Ask>[0];

/** Gives what a page showed to be wrong the seals of its markings. Where that fails, the page is read all the same: by the markings. */
const mend = async (
  db: BaseDatabaseAdapter,
  { req }: Question,
  collection: MarkedCollection,
  wrong: readonly (Marking | undefined)[],
): Promise<void> => {
  db.payload.logger.warn({ collection, count: wrong.length }, 'seals disagree with markings');
  try {
    for (const one of wrong) if (one) await sealStoreOf(db).write(req ?? {}, collection, one, one.seal);
  } catch (err) {
    db.payload.logger.warn({ err, collection }, 'seals not mended');
  }
};

/** The page that is asked for, found by seals; null where it has to be asked for by markings. */
const pageBySeals =
  (db: BaseDatabaseAdapter, ask: Ask, versions: boolean, isWhole: ReturnType<typeof asksOnce>) =>
  async (question: Question) => {
    const { collection, where, req } = question;
    if (!where || !isMarkedCollection(collection) || areDoubted(db)) return null;
    const quick = bySeal(where, versions ? 'version.' : '');
    if (!quick || !(await isWhole({ collection, versions }))) return null;
    const page = await ask({ ...question, where: quick.where });
    const ids = page.docs.map(({ id }) => String(id));
    const wrong = await astray(db, req, collection, { ids, lists: quick.lists });
    if (wrong.length === 0) return page;
    await mend(db, question, collection, wrong);
    return null;
  };

/**
 * Lets lists be read by the seals that documents bear, where the access rules ask for those of their markings: no other record
 * has to be looked at to find a page. The marking decides all the same. A page is held against the markings of what is on it
 * before anybody sees it, and where one of them says otherwise, the whole question is asked by the markings. As long as any
 * document has no seal yet, or a process has not compared all since its start, it is asked so anyway.
 */
export const withSealedLists = (database: Config['db']): Config['db'] => ({
  ...database,
  init: (args) => {
    const adapter: BaseDatabaseAdapter = database.init(args);
    const isWhole = asksOnce(adapter);
    // The two answer alike; only their names for where a document lies differ
    for (const [name, versions] of [
      ['find', false],
      ['queryDrafts', true],
    ] as const) {
      const ask = adapter[name].bind(adapter) as Ask;
      const quickly = pageBySeals(adapter, ask, versions, isWhole);
      const asked = async (question: Question) => (await quickly(question)) ?? ask(question);
      Object.assign(adapter, { [name]: asked });
    }
    return adapter;
  },
});
