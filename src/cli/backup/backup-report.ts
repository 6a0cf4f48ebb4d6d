import type { Compared } from '#backup/compare.ts';
import type { Manifest } from '#backup/manifest.ts';
import { stores } from '#backup/manifest.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';
import type { BackedUp } from './back-up.ts';
import type { Restored } from './restore-all.ts';

/** Number of files and bytes by store, and of tables and rows in the databases: nothing of what stands in them. */
function sums({ files, tables }: Manifest) {
  return stores.flatMap((store) => {
    const of = files.filter((file) => file.store === store);
    const rows = tables.filter((table) => table.store === store).reduce((sum, table) => sum + table.rows, 0);
    const bytes = of.reduce((sum, file) => sum + file.bytes, 0);
    return of.length === 0 ? [] : [{ store, files: of.length, bytes, rows }];
  });
}

/** What a backup kept. Damaged masters and collections of different moments end it with status 1, though it is whole. */
export function backupAnswer({ manifest, fresh, damaged }: BackedUp, folder: string, t: Words): Answer {
  const { id, startedAt, endedAt, database, unsteady } = manifest;
  const kept = sums(manifest);
  const lines = [
    ...kept.map((sum) => t('cli:backup.store', sum)),
    t('cli:backup.done', { id, folder, files: fresh.files, bytes: fresh.bytes }),
    ...(unsteady.length > 0 ? [t('cli:backup.unsteady', { collections: unsteady.join(', ') })] : []),
    ...(damaged.length > 0 ? [t('cli:backup.damaged', { masters: damaged.join(', ') })] : []),
  ];
  const data = { id, folder, startedAt, endedAt, database, stores: kept, fresh, unsteady, damaged };
  return { data, lines, ok: unsteady.length === 0 && damaged.length === 0 };
}

const lineOf = ({ store, table, before, after, isSame }: Compared, t: Words): string => {
  const what = table === null ? store : `${store}/${table}`;
  const told = { what, before: before.count, after: after?.count ?? 0, digest: (after?.digest ?? '—').slice(0, 12) };
  return t(isSame ? 'cli:backup.same' : 'cli:backup.differs', told);
};

/** Before and after, table by table and store by store. */
export function comparedAnswer({ manifest, compared }: Restored, done: 'drilled' | 'restored', t: Words): Answer {
  const different = compared.filter(({ isSame }) => !isSame).length;
  const { id, startedAt, unsteady } = manifest;
  const end =
    different > 0 ? t('cli:backup.different', { id, different }) : t(`cli:backup.${done}`, { id, at: startedAt });
  const lines = [...compared.map((one) => lineOf(one, t)), end];
  return { data: { id, startedAt, unsteady, compared, different }, lines, ok: different === 0 };
}
