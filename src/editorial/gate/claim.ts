import { z } from 'zod';
import { isStudioLocale, toPublicLocale } from '#languages/locales.ts';
import { type DocumentRef, releasedCollections } from '../release/released-collections.ts';
import type { Ledger } from './ledger.ts';

const byLocale = z.record(z.string(), z.string().nullish().catch(null)).nullish().catch(null);
const worded = z.object({ slug: byLocale, title: byLocale });

/**
 * Gives a document that may be public its own live record back where the ledger was lost and the feed was not, before it can be built: a
 * record that nobody claims is withdrawn, and files of a picture may take their time. Until it is built the record stays as it
 * was. So the address alone does not do, which may have passed to another document meanwhile: the title in that language has to
 * be the same. Whoever has a new title gets its id when it is built, if its record is still there.
 */
export function claimBeforeBuilt(ref: DocumentRef, document: unknown, { names, orphans, live }: Ledger): void {
  const words = worded.safeParse(document).data;
  if (!words || names.known(ref) !== null) return;
  for (const [locale, slug] of Object.entries(words.slug ?? {})) {
    const at = isStudioLocale(locale) && slug ? toPublicLocale(locale) : null;
    const id = at && orphans.at(releasedCollections[ref.collection], at, slug ?? '');
    if (!id) continue;
    const editions = live.recordOf(id)?.editions[at] ?? [];
    if (editions.some((one) => one.slug === slug && one.title === words.title?.[locale])) names.idFor(ref, document);
    return;
  }
}
