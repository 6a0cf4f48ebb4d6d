import { dirname, join } from 'node:path';
import type { StoreName } from '#backup/manifest.ts';
import type { Config } from '#config/config.ts';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import { recordFile } from '#media/fixity/places.ts';

/** Where the stores of an installation lie. */
export interface Places {
  /** Folder of each store; of an embedded database, the one in which its file lies. Null: it is not on this machine. */
  readonly roots: Readonly<Record<StoreName, string | null>>;
  /** Embedded databases, by the store that each is. */
  readonly databases: Readonly<Partial<Record<StoreName, string>>>;
  /** Address of MongoDB; null where the database is embedded. */
  readonly mongo: string | null;
}

export function placesOf(config: Config): Places {
  const { databaseUrl, feedUrl, gateDir, mastersDir } = config;
  const embedded = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null;
  const ledger = join(gateDir, 'ledger.db');
  const fixity = recordFile(mastersDir);
  return {
    roots: {
      feed: /^https?:/i.test(feedUrl) ? null : feedUrl,
      audit: auditDirOf(gateDir),
      ledger: gateDir,
      database: embedded === null ? null : dirname(embedded),
      fixity: dirname(fixity),
      masters: mastersDir,
    },
    databases: { ledger, fixity, ...(embedded !== null && { database: embedded }) },
    mongo: embedded === null ? databaseUrl : null,
  };
}
