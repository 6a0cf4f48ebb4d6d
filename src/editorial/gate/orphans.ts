import { publicLocales } from '#languages/locales.ts';
import type { PublicRecord } from '#record/records.ts';
import type { LedgerFile } from './ledger-file.ts';

/** Live records for which no document is known, by their addresses: the ledger was lost, and the feed was not. */
export interface Orphans {
  all(): string[];
  /** One that stands at an address, or null. */
  at(type: string, locale: string, slug: string): string | null;
  /** Notes a live record at its addresses, if no document has its id. */
  note(record: PublicRecord): void;
  /** It was claimed by a document, or is not live any more. */
  forget(publicId: string): void;
  clear(): void;
}

/** A ledger that was written before orphans had addresses knows of them all the same, and withdraws them in the end. */
const nameless = `INSERT INTO orphans SELECT type, '', '', public_id FROM live
  WHERE public_id NOT IN (SELECT public_id FROM names) AND public_id NOT IN (SELECT public_id FROM orphans)`;

export function openOrphans(file: LedgerFile): Orphans {
  file.run(nameless);
  const forget = (publicId: string) => file.run('DELETE FROM orphans WHERE public_id = ?', publicId);
  return {
    all: () => file.all('SELECT DISTINCT public_id FROM orphans').map(({ public_id }) => String(public_id)),
    at: (type, locale, slug) => {
      const sql = 'SELECT public_id FROM orphans WHERE type = ? AND locale = ? AND slug = ? LIMIT 1';
      const row = file.get(sql, type, locale, slug);
      return row ? String(row.public_id) : null;
    },
    note: (record) => {
      forget(record.id);
      if (file.get('SELECT 1 FROM names WHERE public_id = ?', record.id)) return;
      for (const [locale, slug] of addressesOf(record)) {
        file.run('INSERT OR IGNORE INTO orphans VALUES (?, ?, ?, ?)', record.type, locale, slug, record.id);
      }
    },
    forget,
    clear: () => file.run('DELETE FROM orphans'),
  };
}

/** Where a record stands; one that stands nowhere counts all the same. */
function addressesOf({ editions }: PublicRecord): [string, string][] {
  const addresses = publicLocales.flatMap((locale) =>
    (editions[locale] ?? []).map(({ slug }): [string, string] => [locale, slug]),
  );
  return addresses.length > 0 ? addresses : [['', '']];
}
