import { z } from 'zod';
import { isStudioLocale } from '#languages/locales.ts';
import { type Held, judge, type Rules } from '../gate/releasable.ts';
import { buildRecord } from '../release/build-record.ts';
import type { DocumentRef } from '../release/released-collections.ts';
import { type HeldPassage, heldAmong, type Passage, passagesBeside, passagesOf } from './passages.ts';

/** Stands for a public id, which only the gate gives, and for files, which only the gate makes: neither has words. */
const someId = 'a'.repeat(22);
const someFile = { type: 'image/webp' as const, width: 1, height: 1, blob: '0'.repeat(64), bytes: 1 };
const standIns = {
  resolve: () => someId,
  traditional: null,
  image: { rendering: { width: 1, height: 1, thumbhash: '', sources: [someFile] }, releasedAt: null },
};

/**
 * Passages of a document that the gate keeps in for words of secrecy, unless an officer has let them go: what may be public of it,
 * built as the gate builds it, with everything that it refers to.
 * @param saidBy what the file of a document says of itself; asked only where something of the document may leave
 */
export async function heldOf(
  ref: DocumentRef,
  held: Held,
  rules: Rules,
  saidBy: (document: unknown) => Promise<readonly Passage[]>,
): Promise<HeldPassage[]> {
  const verdict = judge(ref.collection, held, rules);
  if ('refused' in verdict) return [];
  const locales = verdict.locales.filter(isStudioLocale);
  const { editions } = buildRecord(ref.collection, held.document, { locales, ...standIns });
  const passages = Object.entries(editions).flatMap(([tag, all]) => all.flatMap((one) => passagesOf(tag, one)));
  if (passages.length === 0) return [];
  const inFile = ref.collection === 'images' ? await saidBy(held.document) : [];
  return heldAmong(ref, [...passages, ...passagesBeside(held.document), ...inFile]);
}

const published = z.object({
  publishedBy: z.record(z.string(), z.unknown()).nullish().catch(null),
  releasedBy: z.unknown().optional(),
});
const person = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

/** Whoever made it public, in whatever language: they do not decide about its words as well. */
export function publishersOf(document: unknown): Set<string> {
  const { data } = published.safeParse(document);
  const all = [data?.releasedBy, ...Object.values(data?.publishedBy ?? {})];
  return new Set(all.flatMap((one) => person.safeParse(one).data ?? []));
}
