import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { readableAmong } from '../../albums/album-door.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { isSame } from '../../workflow/content-changes.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { applyChanges, type Changes } from './apply-united.ts';
import { type Half, readHalves } from './halves.ts';
import { setMachinery } from './merge.ts';
import { decidePair, readPair } from './pairs.ts';
import { joinedLists, localTexts, sharedTexts } from './unite.ts';
import { partAlbums } from './unite-albums.ts';

type Doc = Readonly<Record<string, unknown>>;

const version = z.looseObject({ version: z.looseObject({}) });

/** The record as it was at a revision; null where that is too long ago. */
const versionAt = async (req: PayloadRequest, parent: string, revision: number): Promise<Doc | null> => {
  const where: Where = { and: [{ parent: { equals: parent } }, { 'version.revision': { equals: revision } }] };
  const { docs } = await req.payload.db.findVersions({
    collection: 'images',
    where,
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  });
  return docs[0] ? version.parse(docs[0]).version : null;
};

const within = (doc: Doc, field: string, locale: string): unknown =>
  (doc[field] as Record<string, unknown> | null | undefined)?.[locale];

/** A title is never null, which one of the databases holds it to. */
const nothingOf = (field: string): string | null => (field === 'title' ? '' : null);

/** What the merger changed and nobody has changed since, with the values of before. */
const takenBack = (before: Doc, after: Doc, now: Half): Changes & { readonly kept: string[] } => {
  const shared: Record<string, unknown> = {};
  const local: Record<string, Record<string, unknown>> = {};
  const kept: string[] = [];
  for (const field of [...sharedTexts, ...joinedLists, 'people', 'minors', 'persons'] as const) {
    if (isSame(before[field], after[field])) continue;
    if (isSame(now[field], after[field])) shared[field] = before[field] ?? null;
    else kept.push(field);
  }
  for (const locale of studioLocales)
    for (const field of localTexts) {
      const [was, became] = [within(before, field, locale), within(after, field, locale)];
      if (isSame(was, became)) continue;
      if (isSame(now[field][locale], became)) local[locale] = { ...local[locale], [field]: was ?? nothingOf(field) };
      else kept.push(`${field}.${locale}`);
    }
  return { shared, local, kept };
};

const without = (former: Half['formerSlugs'], taken: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(former ?? {}).map(([locale, slugs]) => [
      locale,
      slugs.filter((slug) => !taken[locale]?.includes(slug)),
    ]),
  );

/**
 * Makes two records of what a merger made one. What somebody has changed of the kept record since stays as it is.
 *
 * @returns names of the fields that stayed, and `albums` where the other record does not come back to all of its albums
 * @throws Failure `not-found`, `pair-decided` where the pair is not merged any more, `merge-too-old`
 */
export const undoMerge = (req: PayloadRequest, id: string): Promise<string[]> =>
  inTransaction(req, async () => {
    const pair = await readPair(req, id);
    const found = pair ? await readHalves(req, [pair.one, pair.other]) : null;
    if (!pair || found?.size !== 2) throw new Failure('not-found');
    const keptHalf = found.get(pair.kept ?? '');
    const other = found.get(pair.one === pair.kept ? pair.other : pair.one);
    if (pair.state !== 'merged' || !keptHalf || other?.mergedInto !== keptHalf.id) throw new Failure('pair-decided');
    const before = await versionAt(req, keptHalf.id, pair.before ?? 0);
    const after = await versionAt(req, keptHalf.id, pair.after ?? 0);
    if (!before || !after) throw new Failure('merge-too-old');
    for (const documentId of [keptHalf.id, other.id])
      await writeAudit(req, { action: 'part', collection: 'images', documentId });
    const { kept, ...changes } = takenBack(before, after, keptHalf);
    const written = studioLocales.filter((locale) => within(before, 'title', locale));
    await applyChanges(req, keptHalf.id, changes, keptHalf.revision ?? 0, written);
    const albums = pair.albums ? await partAlbums(req, pair.albums, { kept: keptHalf.id, other: other.id }) : [];
    const formerSlugs = without(keptHalf.formerSlugs, pair.slugs ?? {});
    await setMachinery(req, { id: keptHalf.id, formerSlugs }, { id: other.id, mergedInto: null });
    await decidePair(req, id, { state: 'open', decidedBy: req.user ? String(req.user.id) : null });
    // Of albums that the person may not know of it is not told that anything stayed
    return (await readableAmong(req, 'albums', albums)).size > 0 ? [...kept, 'albums'] : kept;
  });
