import type { RightsWindow } from '#media/rights/rights-in-force.ts';
import { narrowed, type Usage } from '#media/rights/usage.ts';
import type { ImageEdition, ImageRecord } from '#record/records.ts';

/** What rights allow of a picture at this moment, as far as it takes no new files. */
export interface Allowed extends RightsWindow {
  /** Pixels of the longer side; null: as large as anybody gets it. */
  readonly maxSide: number | null;
  readonly download: boolean;
  readonly usage: Usage;
  /** Names of people that may be told. */
  readonly names: ReadonlySet<string>;
}

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
const sooner = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);

function tightenedEdition(edition: ImageEdition, allowed: Allowed): ImageEdition | null {
  const { maxSide } = allowed;
  const fits = ({ width, height }: { width: number; height: number }) =>
    Math.max(width, height) <= (maxSide ?? Infinity);
  const sources = edition.sources.filter(fits);
  if (sources.length === 0) return null;
  const { accessCopy, download, people = [], ...rest } = edition;
  const usage = { uses: edition.uses ?? null, territories: edition.territories ?? null };
  const { uses, territories } = narrowed(usage, allowed.usage);
  // What may not stand on the web is not for this server
  if (uses && !uses.includes('web')) return null;
  const named = people.filter(({ name }) => allowed.names.has(name));
  return {
    ...rest,
    sources,
    appearsAt: later(edition.appearsAt, allowed.appearsAt),
    vanishesAt: sooner(edition.vanishesAt, allowed.vanishesAt),
    ...(accessCopy && fits(accessCopy) && { accessCopy }),
    ...(download && allowed.download && { download }),
    ...(uses && { uses: [...uses] }),
    ...(territories && { territories: [...territories] }),
    ...(named.length > 0 && { people: named }),
    ...(maxSide !== null && { maxSide: Math.min(maxSide, edition.maxSide ?? maxSide) }),
  };
}

/**
 * A record of before within what rights allow now, for the time until its new files are made: a limit does not wait for a
 * rendering. It never opens anything.
 * @returns the editions that are left; a language of which nothing may be shown is left out
 */
export function tightened(before: ImageRecord, allowed: Allowed): ImageRecord['editions'] {
  return Object.fromEntries(
    Object.entries(before.editions).flatMap(([locale, editions]) => {
      const kept = editions.flatMap((edition) => tightenedEdition(edition, allowed) ?? []);
      return kept.length > 0 ? [[locale, kept]] : [];
    }),
  );
}
