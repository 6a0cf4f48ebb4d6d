import { open, rm } from 'node:fs/promises';
import type { Payload } from 'payload';
import { type Clearance, rankOf, readSeal } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { MemoryEntry } from '#translation/exchange/tmx/entry.ts';
import { writeTmx } from '#translation/exchange/tmx/write-tmx.ts';
import type { SeesSeal } from '#translation/memory/parts.ts';
import type { MemoryUnit } from '#translation/memory/unit.ts';
import { checkUncounted } from '../../copies/counted.ts';
import { isPublicByNature } from '../translated-collections.ts';
import { originOf, readOrigin, readStamps } from './read-origins.ts';
import { broughtSeal } from './seals.ts';

export interface TmxExport {
  readonly out: string;
  /** Language that units must have a text in; null: all. */
  readonly to: StudioLocale | null;
  /** Highest marking of documents whose texts come in. Of compartments none does. */
  readonly upTo: Clearance;
}

/** A seal of a unit that may go out with a file up to a level. */
export const within =
  (upTo: Clearance): SeesSeal =>
  (seal) => {
    if (seal === broughtSeal) return true;
    const space = seal.indexOf(' ');
    // What bears no marking is the house's own, unless it is public by nature
    if (seal.length === space + 1) return isPublicByNature(seal.slice(0, space)) || rankOf('internal') <= rankOf(upTo);
    const marking = readSeal(seal.slice(space + 1));
    return marking !== null && rankOf(marking.level) <= rankOf(upTo) && marking.compartments.length === 0;
  };

export const entryOf = ({ id, texts, at }: MemoryUnit): MemoryEntry => ({
  ...{ id, changedAt: at, props: [], notes: [] },
  variants: studioLocales.flatMap((locale) => {
    const text = texts[locale];
    return text ? [{ locale, content: text.content }] : [];
  }),
});

async function* unitsFor(payload: Payload, { to, upTo }: TmxExport): AsyncGenerator<MemoryUnit> {
  const sees = within(upTo);
  for (const name of (await readStamps(payload)).keys()) {
    const slash = name.indexOf('/');
    const origin = originOf(name.slice(0, slash), name.slice(slash + 1));
    const { units } = origin ? await readOrigin(payload, origin) : { units: [] };
    for (const unit of units) if (sees(unit.seal) && (to === null || unit.texts[to])) yield unit;
  }
}

/**
 * Writes everything that was reviewed or brought as TMX 1.4b, document by document.
 * @returns units written
 * @throws Failure `copy-needs-permission` above `internal`; `export-exists` where there is such a file
 */
export const exportTmx = async (payload: Payload, order: TmxExport): Promise<number> => {
  checkUncounted({ level: order.upTo, compartments: [] });
  const file = await open(order.out, 'wx').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EEXIST' ? new Failure('export-exists', { path: order.out }) : cause;
  });
  let written = 0;
  const entries = async function* (): AsyncGenerator<MemoryEntry> {
    for await (const unit of unitsFor(payload, order)) {
      written += 1;
      yield entryOf(unit);
    }
  };
  try {
    for await (const piece of writeTmx({ createdAt: new Date().toISOString() }, entries())) await file.write(piece);
  } catch (error) {
    await file.close();
    // Half a memory would pass for a whole one
    await rm(order.out, { force: true });
    throw error;
  }
  await file.close();
  return written;
};
