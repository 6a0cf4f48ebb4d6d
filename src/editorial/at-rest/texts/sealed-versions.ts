import type { DatabaseAdapter, PayloadRequest, Where } from 'payload';
import { openTextReader } from '#sealing/sealed-text.ts';
import { askedOfSealed, orderedOpenly } from './asked-of-sealed.ts';
import { lossOf, openedPage, sealedData } from './open-rows.ts';
import { isSealedCollection, type Opening, openRow } from './seal-row.ts';
import type { Around } from './sealing.ts';

type Doc = Record<string, unknown>;
type Question<Name extends 'findVersions' | 'queryDrafts' | 'countVersions'> = Parameters<DatabaseAdapter[Name]>[0];

interface Version {
  readonly id: unknown;
  readonly parent?: unknown;
  readonly version?: Doc;
}

const asked = async <T extends { collection: string; where?: Where; sort?: unknown }>(
  { sealing, related }: Around,
  given: T,
): Promise<T> => {
  const question = orderedOpenly(given, related);
  const { collection, where } = question;
  return where ? { ...question, where: askedOfSealed(collection, where, await sealing.exact(), related) } : question;
};

const openVersion = async (
  { sealing }: Around,
  collection: string,
  found: unknown,
  { parent, ...opening }: Opening & { readonly parent?: string } = {},
): Promise<unknown> => {
  const { version, parent: own } = (found ?? {}) as Version;
  const of = parent ?? own;
  if (!isSealedCollection(collection) || !version || of === undefined || of === null) return found;
  return { ...(found as Doc), version: await openRow({ collection, id: String(of) }, version, sealing, opening) };
};

/** Whoever wants one version goes on from it, and has to hear that it is lost. */
const wantsOne = ({ limit, pagination }: Question<'findVersions'>): boolean => limit === 1 && pagination === false;

const within = (collection: string, req: Partial<PayloadRequest> | undefined) => ({ collection, ...(req && { req }) });

/** Versions of documents, sealed and opened as the documents are, to which their texts are bound. */
export const versionsOf = (around: Around) => ({ ...writesOf(around), ...readsOf(around) });

const writesOf = (around: Around): Pick<DatabaseAdapter, 'createVersion' | 'updateVersion'> => {
  const { stock } = around;
  const writes = {
    createVersion: async (args: Parameters<DatabaseAdapter['createVersion']>[0]) => {
      const { collectionSlug: collection, parent, versionData, req } = args;
      if (!isSealedCollection(collection)) return stock.createVersion(args);
      const of = String(parent);
      const data = await sealedData(around, within(collection, req), of, versionData as Doc);
      const made = await stock.createVersion({ ...args, versionData: data as never });
      return openVersion(around, collection, made, { parent: of });
    },
    updateVersion: async (args: Parameters<DatabaseAdapter['updateVersion']>[0]) => {
      const { collection, versionData, req } = args;
      const version = versionData.version as Doc | undefined;
      if (!isSealedCollection(collection) || !version)
        return openVersion(around, collection, await stock.updateVersion(args));
      const where = args.where ?? { id: { equals: args.id } };
      const one = { ...within(collection, req), where, limit: 1, pagination: false };
      const { docs } = await stock.findVersions(one as never);
      const known = versionData.parent ?? (docs[0] as Version | undefined)?.parent;
      if (known === undefined) return null;
      const parent = String(known);
      const data = await sealedData(around, within(collection, req), parent, version);
      const changed = { ...args, versionData: { ...versionData, version: data } };
      return openVersion(around, collection, await stock.updateVersion(changed as never), { parent });
    },
  };
  return writes as unknown as Pick<DatabaseAdapter, 'createVersion' | 'updateVersion'>;
};

const readsOf = (around: Around): Pick<DatabaseAdapter, 'findVersions' | 'queryDrafts' | 'countVersions'> => {
  const { stock, sealing } = around;
  const reads = {
    findVersions: async (given: Question<'findVersions'>) => {
      const { collection, select } = given;
      // Whose version it is says what opens it
      const named =
        select && isSealedCollection(collection) ? { ...given, select: { ...select, parent: true } } : given;
      const page = await stock.findVersions(await asked(around, named as typeof given));
      if (!isSealedCollection(collection)) return page;
      const open = openTextReader(sealing.keys);
      const lost = (doc: unknown) =>
        wantsOne(given) ? {} : { onLost: lossOf(around, collection, (doc as Version).parent) };
      const docs = await Promise.all(
        page.docs.map((doc: unknown) => openVersion(around, collection, doc, { open, ...lost(doc) })),
      );
      return { ...page, docs };
    },
    queryDrafts: async (given: Question<'queryDrafts'>) =>
      openedPage(around, given.collection, await stock.queryDrafts(await asked(around, given))),
    countVersions: async (given: Question<'countVersions'>) => stock.countVersions(await asked(around, given)),
  };
  return reads as unknown as Pick<DatabaseAdapter, 'findVersions' | 'queryDrafts' | 'countVersions'>;
};
