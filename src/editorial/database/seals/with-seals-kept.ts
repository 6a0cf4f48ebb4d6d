import type { BaseDatabaseAdapter, Config, PayloadRequest } from 'payload';
import { z } from 'zod';
import { isMarkedCollection } from '../../workflow/references.ts';

type Doc = Readonly<Record<string, unknown>>;
type Within = Partial<PayloadRequest> | undefined;

const named = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);
const sealed = z.looseObject({ seal: z.string() });

/** The seal of the marking that a document names: null where it names none, empty where that is not there. */
const sealFor = async (db: BaseDatabaseAdapter, req: Within, value: unknown): Promise<string | null> => {
  if (value === null || value === undefined) return null;
  const id = named.safeParse(value);
  if (!id.success) return '';
  const where = { id: { equals: id.data } };
  const found = await db.findOne({ collection: 'markings', where, select: { seal: true }, ...(req && { req }) });
  return sealed.safeParse(found).data?.seal ?? '';
};

/** What is written, with the seal of its marking whatever it says of itself. Where no marking is written, no seal is. */
const withSeal = async (db: BaseDatabaseAdapter, req: Within, data: Doc): Promise<Doc> => {
  const { seal: _, ...rest } = data;
  return 'marking' in rest ? { ...rest, seal: await sealFor(db, req, rest.marking) } : rest;
};

const isDoc = (value: unknown): value is Doc => typeof value === 'object' && value !== null;

interface Write {
  readonly collection?: string;
  readonly collectionSlug?: string;
  readonly data?: unknown;
  readonly versionData?: unknown;
  readonly req?: Partial<PayloadRequest>;
}

/**
 * Gives every document and every version that is written the seal of its marking, whoever writes it and how: a save, a copy, a version
 * that is restored, what is brought in, what is merged. No seal is taken over from anybody.
 */
export const withSealsKept = (database: Config['db']): Config['db'] => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args);
    const keep = (
      name: 'create' | 'updateOne' | 'updateMany' | 'createVersion' | 'updateVersion',
      sealedIn: (args: Write) => Promise<Partial<Write>>,
    ) => {
      const write = adapter[name].bind(adapter) as (args: Write) => Promise<unknown>;
      const kept = async (asked: Write) =>
        write(
          isMarkedCollection(asked.collection ?? asked.collectionSlug)
            ? { ...asked, ...(await sealedIn(asked)) }
            : asked,
        );
      Object.assign(adapter, { [name]: kept });
    };
    for (const name of ['create', 'updateOne', 'updateMany'] as const)
      keep(name, async ({ data, req }) => (isDoc(data) ? { data: await withSeal(adapter, req, data) } : {}));
    keep('createVersion', async ({ versionData, req }) =>
      isDoc(versionData) ? { versionData: await withSeal(adapter, req, versionData) } : {},
    );
    keep('updateVersion', async ({ versionData, req }) =>
      isDoc(versionData) && isDoc(versionData.version)
        ? { versionData: { ...versionData, version: await withSeal(adapter, req, versionData.version) } }
        : {},
    );
    return adapter;
  },
});
