import type { Where } from 'payload';
import { isAtLeast, type Marking, readSeal } from '#access/level.ts';
import { isLower, takesTwo } from '#editorial/workflow/lowering/lowering-law.ts';
import { markedCollections } from '#editorial/workflow/references.ts';
import type { PublicRecord } from '#record/records.ts';
import type { Studio } from '../../support/studio.ts';
import { type Story, storyOf, type Told } from './audit-story.ts';
import type { Living } from './living.ts';

/** One document as it is stored: its marking, what its row and its newest version hold, and what the log says of it. */
export interface Standing {
  readonly one: Living;
  readonly marking: Marking;
  /** Everything that it holds, published or in a draft, as one text. */
  readonly holds: string;
  readonly story: Story;
}

const everything = { limit: 0, pagination: false } as const;

const linesOf = async ({ payload }: Studio, ids: readonly string[]): Promise<ReadonlyMap<string, Told[]>> => {
  const where: Where = { and: [{ documentId: { in: [...ids] } }, { outcome: { equals: 'done' } }] };
  type Row = Told & { id: string; documentId: string; count: number };
  const { docs } = await payload.db.find<Row>({ collection: 'audit', where, sort: 'at', ...everything });
  const lines = new Map<string, Told[]>();
  for (const { documentId, action, actor } of docs.toSorted((a, b) => a.count - b.count))
    lines.set(documentId, [...(lines.get(documentId) ?? []), { action: String(action), actor: String(actor) }]);
  return lines;
};

/** Reads beneath all rules how the documents of a life stand. What was deleted is not among them. */
export const standingOf = async (studio: Studio, all: readonly Living[]): Promise<Standing[]> => {
  const { db } = studio.payload;
  const ids = all.map(({ id }) => id);
  const held = new Map<string, string>();
  for (const collection of markedCollections) {
    const rows = (await db.find({ collection, where: { id: { in: ids } }, locale: 'all', ...everything })).docs;
    for (const row of rows) held.set(String(row.id), JSON.stringify(row));
    if (collection === 'images' || collection === 'albums') continue;
    const where: Where = { and: [{ parent: { in: ids } }, { latest: { equals: true } }] };
    const drafts = (await db.findVersions({ collection, where, locale: 'all', ...everything })).docs;
    for (const { parent, version } of drafts)
      if (held.has(String(parent))) held.set(String(parent), held.get(String(parent)) + JSON.stringify(version));
  }
  const where: Where = { id: { in: all.map(({ marking }) => marking) } };
  const markings = (await db.find({ collection: 'markings', where, ...everything })).docs as unknown as {
    id: string;
    seal: string;
  }[];
  const seals = new Map(markings.map(({ id, seal }) => [String(id), readSeal(seal)]));
  const lines = await linesOf(studio, ids);
  return all.flatMap((one) => {
    const [marking, holds] = [seals.get(one.marking), held.get(one.id)];
    return marking && holds ? [{ one, marking, holds, story: storyOf(lines.get(one.id) ?? []) }] : [];
  });
};

const nameOf = ({ one, marking }: Standing): string =>
  `${one.collection} ${one.token} (${marking.level}|${marking.compartments.join('+')})`;

/**
 * A text that is lower than a picture that it holds. The marking of an album is that of its own words: whatever is in it, and the
 * album above it, may be marked higher.
 */
export const lowerThanContent = (all: readonly Standing[]): string[] =>
  all.flatMap((outer) =>
    all
      .filter(({ one }) => one.collection === 'images' && ['articles', 'events'].includes(outer.one.collection))
      .filter((inner) => outer.holds.includes(inner.one.id) && !isAtLeast(outer.marking, inner.marking))
      .map((inner) => `${nameOf(outer)} holds ${nameOf(inner)}`),
  );

/** What the log does not explain: a marking that is other than its lines say. */
export const unexplained = (all: readonly Standing[]): string[] =>
  all.flatMap((each) => {
    const { isPublic, wrong } = each.story;
    const told = [...wrong];
    if (isPublic !== (each.marking.level === 'public')) told.push(`the log says ${isPublic ? 'public' : 'not public'}`);
    return told.map((what) => `${nameOf(each)}: ${what}`);
  });

/** What changed from one moment to the next without a line that says so. */
export const movedSilently = (before: readonly Standing[], after: readonly Standing[]): string[] =>
  after.flatMap((now) => {
    const then = before.find(({ one }) => one.id === now.one.id);
    if (!then) return [];
    const [fell, rose] = [isLower(then.marking, now.marking), isLower(now.marking, then.marking)];
    const wrong: string[] = [];
    if (fell && takesTwo(then.marking) && now.story.lowered <= then.story.lowered) wrong.push('fell without two');
    if (rose && now.story.raised <= then.story.raised && now.story.lowered <= then.story.lowered)
      wrong.push('rose without a line');
    return wrong.map((what) => `${nameOf(then)} → ${nameOf(now)}: ${what}`);
  });

/** Words of what is not public that somebody outside could read. */
export const openWords = (all: readonly Standing[], outside: string): string[] => {
  const open = new Set(all.filter(({ marking }) => marking.level === 'public').map(({ one }) => one.token));
  return all.filter(({ one }) => !open.has(one.token) && outside.includes(one.token)).map(nameOf);
};

/** What albums of the feed name that is not there itself: a picture, a cover, an album above. */
export const namedUnseen = (live: ReadonlyMap<string, PublicRecord>): string[] => {
  const records = [...live.values()];
  const seen = new Set(records.map(({ id }) => id));
  return records.flatMap((record) => {
    if (record.type !== 'album') return [];
    const around = Object.values(record.editions).flatMap((all) => all.flatMap(({ cover, parent }) => [cover, parent]));
    const named = [...record.members, ...around].filter((id) => id !== null);
    return named.filter((id) => !seen.has(id)).map((id) => `album ${record.id} names ${id}`);
  });
};

/** All that the feed says is there, as one text. */
export const textOfFeed = (live: ReadonlyMap<string, PublicRecord>): string => JSON.stringify([...live.values()]);
