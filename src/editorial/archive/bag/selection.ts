import type { Payload, Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { ReferencesBySlug } from '../references-by-slug.ts';

/** One condition that pictures are chosen by, e.g. `topic:ben-cang`. */
export interface Condition {
  readonly by: string;
  readonly value: string;
}

/** What a kind of condition asks of a picture. A new kind of condition is one entry here. */
const kinds: Readonly<Record<string, (value: string, references: ReferencesBySlug) => Promise<Where>>> = {
  id: async (value) => ({ id: { equals: value } }),
  agency: async (value, references) => ({ agency: { equals: await references.idOf('agencies', value) } }),
  topic: async (value, references) => ({ topics: { in: [await references.idOf('topics', value)] } }),
  place: async (value, references) => ({ places: { in: [await references.idOf('places', value)] } }),
  album: async (value, references) => ({ id: { in: await references.picturesIn(value) } }),
};

/** `agency:<slug> AND topic:<slug>`, as messages show what can be asked. */
export const selectionHelp = Object.keys(kinds)
  .map((by) => `${by}:…`)
  .join(', ');

const readOne = (text: string): Condition => {
  const [, by = '', value = ''] = /^([a-z]+):([\p{L}\p{N}_-]{1,200})$/u.exec(text) ?? [];
  if (!Object.hasOwn(kinds, by))
    throw new Failure('selection-unknown', { problem: text.slice(0, 100), kinds: selectionHelp });
  return { by, value: value.normalize('NFC') };
};

/**
 * Reads which pictures are meant: `all`, or conditions joined by `AND`.
 * @throws Failure `selection-unknown` (problem, kinds)
 */
export const readSelection = (text: string): readonly Condition[] =>
  text.trim() === 'all'
    ? []
    : text
        .trim()
        .split(/\s+AND\s+/)
        .map(readOne);

/** The conditions as a query. @throws Failure `slug-unknown` (named) */
export const whereOf = async (conditions: readonly Condition[], references: ReferencesBySlug): Promise<Where> => ({
  and: await Promise.all(conditions.map(({ by, value }) => kinds[by]?.(value, references) ?? {})),
});

/** Names of the agencies that are asked for: the organisations that a bag comes from. */
export const agenciesIn = (conditions: readonly Condition[]): string[] =>
  conditions.filter(({ by }) => by === 'agency').map(({ value }) => value);

/** The Vietnamese name of an agency, or whichever it has. */
export const nameOfAgency = async (payload: Payload, references: ReferencesBySlug, slug: string): Promise<string> => {
  const where: Where = { id: { equals: await references.idOf('agencies', slug) } };
  const { docs } = await payload.find({
    collection: 'agencies',
    where,
    locale: 'all',
    depth: 0,
    overrideAccess: true,
    limit: 1,
  });
  const names: Record<string, unknown> = { ...(docs[0]?.name as unknown as object | undefined) };
  return String(names.vi ?? Object.values(names)[0] ?? slug);
};
