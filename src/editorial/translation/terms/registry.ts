import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { type FormsByKey, formsByKey } from '#translation/terms/check-registry.ts';
import type { Concept } from '#translation/terms/concept.ts';
import { buildTermIndex, type TermIndex } from '#translation/terms/term-index.ts';
import { readConcept } from './stored-concept.ts';

/** The official names of an installation, as they stand committed. */
export interface Registry {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly index: TermIndex;
  readonly byKey: FormsByKey;
}

type Host = Pick<Payload, 'db'>;

interface Kept {
  readonly stamp: string;
  readonly entries: ReadonlyMap<string, { readonly changed: number; readonly concept: Concept | null }>;
  readonly registry: Registry;
}

/** Pages and addresses of one studio are bundled apart: they share what is kept beside their Payload. */
const place = Symbol.for('benthanh.names');
const keeping = (): WeakMap<Host, Kept> => {
  const holder = globalThis as { [place]?: WeakMap<Host, Kept> };
  holder[place] ??= new WeakMap();
  return holder[place];
};

const collection = 'concepts';
const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value).getTime());
const stampOf = z.looseObject({ id: z.string(), updatedAt: moment });

/** A save may be committed after one that began later: what is younger than this is always looked at again, in milliseconds. */
const settling = 60_000;

const find = async ({ db }: Host, where: Where, more: Omit<Parameters<typeof db.find>[0], 'collection'> = {}) =>
  (await db.find({ collection, where, limit: 0, pagination: false, ...more })).docs as unknown[];

/** What tells whether anything has changed: how many entries there are, when the newest was saved, and all of the last moment. */
const readStamp = async (host: Host): Promise<string> => {
  const { totalDocs } = await host.db.count({ collection, where: {} });
  const [newest] = await find(host, {}, { sort: '-updatedAt', limit: 1, select: { updatedAt: true } });
  if (newest === undefined) return '0';
  const from = Date.now() - settling;
  const { updatedAt: last } = stampOf.parse(newest);
  if (last < from) return `${totalDocs} ${last}`;
  const where = { updatedAt: { greater_than_equal: new Date(from).toISOString() } };
  const young = await find(host, where, { select: { updatedAt: true, revision: true } });
  const lines = young.map((doc) => {
    const { id, updatedAt, revision } = stampOf.parse(doc);
    return `${id} ${updatedAt} ${String(revision)}`;
  });
  return `${totalDocs}\n${lines.sort().join('\n')}`;
};

const chunk = 500;

/** Reads entries that were saved since, or all where there is nothing yet; those that are gone are left out. */
const readAgain = async (host: Host, kept: Kept | undefined): Promise<Kept['entries']> => {
  const stamps = (await find(host, {}, { select: { updatedAt: true } })).map((doc) => stampOf.parse(doc));
  const ids = stamps.map(({ id }) => id);
  const from = Date.now() - settling;
  const changed = stamps.filter(({ id, updatedAt }) => {
    const known = kept?.entries.get(id);
    return known?.changed !== updatedAt || updatedAt > from;
  });
  const entries = new Map(ids.flatMap((id) => (kept?.entries.has(id) ? [[id, kept.entries.get(id)]] : []))) as Map<
    string,
    { changed: number; concept: Concept | null }
  >;
  for (let at = 0; at < changed.length; at += chunk) {
    const some = changed.slice(at, at + chunk).map(({ id }) => id);
    for (const doc of await find(host, { id: { in: some } })) {
      const { id, updatedAt } = stampOf.parse(doc);
      entries.set(id, { changed: updatedAt, concept: readConcept(doc) });
    }
  }
  return entries;
};

const registryOfConcepts = (concepts: readonly Concept[]): Registry => {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  let byKey: FormsByKey | null = null;
  return {
    concepts: byId,
    index: buildTermIndex(concepts),
    get byKey() {
      byKey ??= formsByKey(concepts);
      return byKey;
    },
  };
};

/**
 * The official names as they stand committed, whoever saved them and in whichever process. Read once; afterwards each question
 * asks only whether anything has changed, and reads what has.
 */
export const registryOf = async (payload: Host): Promise<Registry> => {
  const kept = keeping().get(payload);
  const stamp = await readStamp(payload);
  if (kept?.stamp === stamp) return kept.registry;
  const entries = await readAgain(payload, kept);
  const concepts = [...entries.values()].flatMap(({ concept }) => concept ?? []);
  const registry = registryOfConcepts(concepts);
  keeping().set(payload, { stamp, entries, registry });
  return registry;
};
