import type { PayloadRequest } from 'payload';
import { sealOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { bestTitle } from '../../desk/titles.ts';
import { leaveHint } from '../../outbox/hint.ts';
import { languageOf } from '../../words/language-of.ts';
import { markingsOf } from '../../workflow/marking-store.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { applyChanges } from './apply-united.ts';
import { bothHalves, describedBy, type Half, readHalves } from './halves.ts';
import { decidePair, noteAlbums, type Pair, readPair } from './pairs.ts';
import { unite } from './unite.ts';
import { planAlbums, uniteAlbums } from './unite-albums.ts';

/** What a curator wants of a pair. */
export interface Merging {
  /** Id of the record that is kept. */
  readonly keep: string;
  /** Revision of the kept record that the curator saw. */
  readonly revision: number;
  /** Choices for which the words of the other record are wanted. */
  readonly fromOther: readonly string[];
}

/** A pair that waits, with its halves, for somebody who may see both. @throws Failure `not-found`, `pair-decided` */
export const openPair = async (req: PayloadRequest, id: string) => {
  const pair = await readPair(req, id);
  const found = pair ? await readHalves(req, [pair.one, pair.other]) : null;
  if (!pair || found?.size !== 2) throw new Failure('not-found');
  const halves = pair.state === 'open' ? bothHalves(pair, found) : null;
  if (!halves) throw new Failure('pair-decided');
  return { pair, halves };
};

/** Two records of one picture can only become one where both are as confidential. Nobody lowers a marking by a merger. */
const refuseUnequal = async (req: PayloadRequest, { one, other }: Pair): Promise<boolean> => {
  const markings = await markingsOf(req, 'images', [one, other]);
  const seals = [one, other].map((id) => markings.get(id)).map((marking) => marking && sealOf(marking));
  if (seals[0] === undefined || seals[0] !== seals[1]) throw new Failure('merge-levels-differ');
  return markings.get(one)?.level === 'public';
};

/** Addresses under which the other record was public, by language: they lead to the kept one from now on. */
const addressesOf = ({ slug, formerSlugs }: Half, kept: Half): Record<string, string[]> =>
  Object.fromEntries(
    studioLocales.flatMap((locale) => {
      const own = new Set([kept.slug[locale], ...(kept.formerSlugs?.[locale] ?? [])]);
      const all = [...(formerSlugs?.[locale] ?? []), ...(slug[locale] ? [slug[locale]] : [])];
      const fresh = all.filter((one) => !own.has(one));
      return fresh.length > 0 ? [[locale, fresh]] : [];
    }),
  );

/** Sets what no save may set, and sees to it that the gate looks at both records. */
export const setMachinery = async (
  req: PayloadRequest,
  kept: { readonly id: string; readonly formerSlugs: Readonly<Record<string, readonly string[]>> },
  other: { readonly id: string; readonly mergedInto: string | null },
): Promise<void> => {
  const { db } = req.payload;
  const rest = { collection: 'images', req, returning: false } as const;
  // Whoever follows what changes sees it by the date
  const updatedAt = new Date().toISOString();
  await db.updateOne({ ...rest, id: kept.id, data: { formerSlugs: kept.formerSlugs, updatedAt } });
  await db.updateOne({ ...rest, id: other.id, data: { mergedInto: other.mergedInto, updatedAt } });
  for (const documentId of [other.id, kept.id]) await leaveHint(req, { collection: 'images', documentId }, req);
};

const withMore = (
  former: Half['formerSlugs'],
  more: Readonly<Record<string, readonly string[]>>,
): Record<string, string[]> => {
  const all: Record<string, string[]> = { ...former };
  for (const [locale, slugs] of Object.entries(more)) all[locale] = [...(all[locale] ?? []), ...slugs];
  return all;
};

/**
 * Makes one record of two that describe the same picture. The kept one has its own master, and of the other what it lacks;
 * the other stays in the archive with its master, behind the kept one: whatever shows it shows the kept one from now on, and
 * the kept one is in its albums. The lines of the audit log are written before: where they cannot be, both stay as they are.
 *
 * @returns the kept record’s revision
 * @throws Failure `not-found`, `pair-decided`, `merge-levels-differ`, `image-release-incomplete`, `revision-conflict` and whatever a save refuses
 */
export const mergePair = (req: PayloadRequest, id: string, { keep, revision, fromOther }: Merging): Promise<number> =>
  inTransaction(req, async () => {
    const { pair, halves } = await openPair(req, id);
    const kept = halves.find((half) => half.id === keep);
    const other = halves.find((half) => half.id !== keep);
    if (!kept || !other) throw new Failure('field-invalid', { field: 'keep' });
    const isPublic = await refuseUnequal(req, pair);
    // Texts that show the other one would be kept in by a picture that nobody here has released
    if (other.releasedBy !== '' && kept.releasedBy === '')
      throw new Failure('image-release-incomplete', { images: bestTitle(kept.title, languageOf(req)) || kept.id });
    const before = kept.revision ?? 0;
    if (before !== revision) throw new Failure('revision-conflict', { revision: before, by: '–', at: kept.updatedAt });
    for (const documentId of [kept.id, other.id])
      await writeAudit(req, { action: 'merge', collection: 'images', documentId });
    const united = unite(describedBy(kept), describedBy(other), new Set(fromOther));
    const written = studioLocales.filter((locale) => kept.title[locale]);
    const after = await applyChanges(req, kept.id, united, before, written);
    const albums = await planAlbums(req, other.id, pair.albums);
    await noteAlbums(req, id, albums);
    await uniteAlbums(req, albums, { kept: kept.id, other: other.id });
    const slugs = isPublic ? addressesOf(other, kept) : {};
    const formerSlugs = withMore(kept.formerSlugs, slugs);
    await setMachinery(req, { id: kept.id, formerSlugs }, { id: other.id, mergedInto: kept.id });
    const decidedBy = req.user ? String(req.user.id) : null;
    await decidePair(req, id, { state: 'merged', decidedBy, kept: kept.id, before, after, slugs, albums });
    return after;
  });

/** Says that two pictures are not the same. @throws Failure `not-found`, `pair-decided` */
export const tellApart = async (req: PayloadRequest, id: string): Promise<void> => {
  await openPair(req, id);
  await decidePair(req, id, { state: 'different', decidedBy: req.user ? String(req.user.id) : null });
};
