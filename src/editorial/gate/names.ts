import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isStudioLocale, toPublicLocale } from '#languages/locales.ts';
import { type DocumentRef, isReleasedCollection, releasedCollections } from '../release/released-collections.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { Orphans } from './orphans.ts';

/** Which public id stands for which document of the studio. An id is given once and for good. */
export interface Names {
  /** The document's public id, if it ever got one. */
  known(ref: DocumentRef): string | null;
  /**
   * The document's public id, given now if need be: 128 random bits, or the id of a live record that lost its document
   * (the ledger was lost, the feed was not) and that stands at the same address.
   */
  idFor(ref: DocumentRef, document: unknown): string;
  refOf(publicId: string): DocumentRef | null;
  /** Named documents that are live. */
  liveRefs(): DocumentRef[];
}

export function openNames(file: LedgerFile, orphans: Orphans): Names {
  const known = ({ collection, id }: DocumentRef): string | null => {
    const row = file.get('SELECT public_id FROM names WHERE collection = ? AND id = ?', collection, id);
    return typeof row?.public_id === 'string' ? row.public_id : null;
  };
  return {
    known,
    idFor: (ref, document) => {
      const id = known(ref);
      if (id !== null) return id;
      const given = orphanAt(orphans, ref, document) ?? randomBytes(16).toString('base64url');
      orphans.forget(given);
      file.run('INSERT INTO names VALUES (?, ?, ?)', ref.collection, ref.id, given);
      return given;
    },
    refOf: (publicId) => toRef(file.get('SELECT collection, id FROM names WHERE public_id = ?', publicId))[0] ?? null,
    liveRefs: () => file.all('SELECT collection, id FROM names JOIN live USING (public_id)').flatMap(toRef),
  };
}

const refRow = z.object({ collection: z.string().refine(isReleasedCollection), id: z.string() });

function toRef(row: unknown): DocumentRef[] {
  const read = refRow.safeParse(row);
  return read.success ? [read.data] : [];
}

const slugged = z.object({ slug: z.record(z.string(), z.string().nullish().catch(null)).nullish() });

/** A live record without a document that has the document's type and one of its addresses. */
function orphanAt(orphans: Orphans, { collection }: DocumentRef, document: unknown): string | null {
  for (const [locale, slug] of Object.entries(slugged.safeParse(document).data?.slug ?? {})) {
    const at = isStudioLocale(locale) && slug ? toPublicLocale(locale) : null;
    const found = at && orphans.at(releasedCollections[collection], at, slug ?? '');
    if (found) return found;
  }
  return null;
}
