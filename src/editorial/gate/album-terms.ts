import { z } from 'zod';

/*
 * What a picture takes from its albums, by the gate's own reading and comparisons.
 * @NOTE Like `releasable.ts` this file imports nothing of ours: it must not share a mistake with the code that computes the
 * rights which are told.
 */

const id = z.union([z.string(), z.object({ id: z.string() }).transform((value) => value.id)]);

const album = z.object({
  id: z.string(),
  within: id.nullish(),
  rightsRecord: z.unknown().optional(),
  marking: z.object({ level: z.string(), compartments: z.array(z.unknown()).nullish() }).nullish(),
});
type Album = z.infer<typeof album>;

const around = z.object({ memberOf: z.array(z.string()), albums: z.array(album) }).nullish();

const said = z.looseObject({ rightsRecord: z.looseObject({}).nullish() });

/** What was read of the albums around a picture. `record`: as it is stored, or an id where it is not there. */
export type AlbumTerms =
  | { readonly state: 'none' }
  | { readonly state: 'given'; readonly record: unknown }
  | { readonly state: 'contradicting' }
  | { readonly state: 'unreadable' };

/** Only a picture that is marked public comes this far: an album of a higher marking, or of a few people, gives it nothing. */
const isOpen = ({ marking }: Album): boolean =>
  (marking?.level === 'public' || marking?.level === 'internal') && (marking.compartments ?? []).length === 0;

const namesRecord = ({ rightsRecord }: Album): boolean => rightsRecord !== null && rightsRecord !== undefined;

/** Ids of the albums above one, nearest first. */
function above(start: string, albums: ReadonlyMap<string, Album>): string[] {
  const ids: string[] = [];
  for (let at = albums.get(start)?.within; at && at !== start && !ids.includes(at); at = albums.get(at)?.within)
    ids.push(at);
  return ids;
}

function givers({ memberOf, albums }: NonNullable<z.infer<typeof around>>): Album[] {
  const byId = new Map(albums.map((one) => [one.id, one]));
  const nearest = new Map<string, Album>();
  for (const member of memberOf) {
    for (const at of [member, ...above(member, byId)]) {
      const one = byId.get(at);
      if (!one || !isOpen(one) || !namesRecord(one)) continue;
      nearest.set(at, one);
      break;
    }
  }
  const higher = [...nearest.keys()].flatMap((one) => above(one, byId));
  return [...nearest.values()].filter((one) => !higher.includes(one.id));
}

/** Every field in which one record of rights can differ from another. */
const terms = [
  ...['holder', 'creator', 'credit', 'rights', 'terms', 'webStatement', 'validFrom', 'validUntil', 'embargo'],
  ...['territories', 'uses', 'maxSide', 'download', 'mark'],
];

/** One form for what both databases hand out; null: nothing is said. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  if (typeof value !== 'object') return value;
  const inner = Object.entries(value).filter(([, one]) => plain(one) !== null);
  return inner.length === 0 ? null : Object.fromEntries(inner.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const fieldOf = (record: unknown, field: string): string =>
  JSON.stringify(plain(typeof record === 'object' && record !== null ? { ...record }[field as never] : null));

/** What a picture takes from its albums, as the database holds it and them (`albumsAround`). */
export function albumTermsOf(document: unknown): AlbumTerms {
  const own = said.safeParse(document);
  const read = around.safeParse(own.data?.albumsAround);
  if (!own.success || !read.success) return { state: 'unreadable' };
  const giving = read.data ? givers(read.data) : [];
  const [first, ...others] = giving;
  if (!first) return { state: 'none' };
  const isOpenField = (field: string) => {
    const isOwn = field === 'credit' || field === 'creator' || field === 'rights';
    return !(isOwn && plain(own.data[field]) !== null) && plain(own.data.rightsRecord?.[field]) === null;
  };
  const differs = (field: string) =>
    others.some(({ rightsRecord }) => fieldOf(rightsRecord, field) !== fieldOf(first.rightsRecord, field));
  if (terms.some((field) => isOpenField(field) && differs(field))) return { state: 'contradicting' };
  // One that is not there makes all of them doubtful
  const absent = giving.find(({ rightsRecord }) => typeof rightsRecord !== 'object');
  return { state: 'given', record: (absent ?? first).rightsRecord };
}
