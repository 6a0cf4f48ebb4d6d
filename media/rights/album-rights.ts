import { isAtLeast, joinOf, type Marking } from '#access/level.ts';
import { effectiveRights, type RightsSources, type RightsValues } from './effective-rights.ts';

/** An album that a picture is in, or one above such an album. */
export interface AlbumAround {
  readonly id: string;
  /** The album above it. */
  readonly within: string | null;
  /** Null where nobody knows it: then the album gives nothing. */
  readonly marking: Marking | null;
  /** What the rights record says that it names; null: it names none. */
  readonly record: Partial<RightsValues> | null;
}

/** The albums around a picture. */
export interface Surroundings<A extends AlbumAround = AlbumAround> {
  /** Marking of the picture itself. */
  readonly marking: Marking | null;
  /** Ids of the albums that it is in. */
  readonly memberOf: readonly string[];
  readonly albums: readonly A[];
}

/** What a picture takes from its albums. */
export type Taken<A extends AlbumAround = AlbumAround> =
  | { readonly from: A; readonly contradicting: null }
  | { readonly from: null; readonly contradicting: readonly A[] | null };

/** What everybody of the house may know of counts alike: an album is mostly released after its pictures. */
const everyday: Marking = { level: 'internal', compartments: [] };

/** Whether an album may tell what it says to whoever sees the picture. */
const mayGive = (picture: Marking | null, { marking }: AlbumAround): boolean =>
  marking !== null && isAtLeast(joinOf([everyday, ...(picture ? [picture] : [])]), marking);

/**
 * The albums whose rights record holds for a picture: on the way up from each album that it is in the first that names one.
 * An album above another of them gives way to it. Albums that are marked higher than the picture are passed by.
 */
export function albumsGiving<A extends AlbumAround>({ marking, memberOf, albums }: Surroundings<A>): A[] {
  const byId = new Map(albums.map((one) => [one.id, one]));
  const pathOf = (start: string): A[] => {
    const path: A[] = [];
    for (let at = byId.get(start); at && !path.includes(at); at = byId.get(at.within ?? '')) path.push(at);
    return path;
  };
  const gives = (one: A): boolean => one.record !== null && mayGive(marking, one);
  const found = new Set(memberOf.flatMap((id) => pathOf(id).find(gives) ?? []));
  const above = new Set([...found].flatMap((one) => pathOf(one.id).slice(1)));
  return [...found].filter((one) => !above.has(one));
}

/**
 * What a picture takes from its albums where neither it nor its own rights record says anything. Albums of equal standing
 * that would leave it with other rights contradict each other: then it takes nothing, and may not be shown.
 */
export function takenFrom<A extends AlbumAround>(
  surroundings: Surroundings<A>,
  said: Pick<RightsSources, 'own' | 'record'>,
): Taken<A> {
  const giving = albumsGiving(surroundings);
  const [first] = giving;
  if (!first) return { from: null, contradicting: null };
  const outcomes = new Set(giving.map(({ record }) => JSON.stringify(effectiveRights({ ...said, fallback: record }))));
  return outcomes.size === 1 ? { from: first, contradicting: null } : { from: null, contradicting: giving };
}
