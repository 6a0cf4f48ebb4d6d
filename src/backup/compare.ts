import { createHash } from 'node:crypto';
import { type KeptFile, type KeptTable, type StoreName, stores } from './manifest.ts';

/** Number and digest of something, at the backup and after the restore. */
export interface Compared {
  readonly store: StoreName;
  /** Of a table or collection; null for the files of a store. */
  readonly table: string | null;
  readonly before: { readonly count: number; readonly digest: string };
  readonly after: { readonly count: number; readonly digest: string } | null;
  readonly isSame: boolean;
}

/** Digest of the files of a store: their paths, sizes and hashes, in the order of their paths. */
export const digestOfFiles = (files: readonly Pick<KeptFile, 'path' | 'bytes' | 'sha256'>[]): string => {
  const lines = files.map(({ path, bytes, sha256 }) => `${path}\0${bytes}\0${sha256}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
};

const compared = (
  store: StoreName,
  table: string | null,
  before: Compared['before'],
  after: Compared['after'],
): Compared => ({
  ...{ store, table, before, after },
  isSame: after !== null && after.count === before.count && after.digest === before.digest,
});

export interface Held {
  readonly tables: readonly KeptTable[];
  readonly files: readonly KeptFile[];
}

/** Holds what was restored against what was kept, table by table and store by store. Nothing more and nothing less may be there. */
export const compare = (kept: Held, restored: Held): Compared[] => {
  const nameOf = ({ store, name }: KeptTable) => `${store}/${name}`;
  const found = new Map(restored.tables.map((table) => [nameOf(table), table]));
  const known = new Set(kept.tables.map(nameOf));
  const nothing = { count: 0, digest: '0'.repeat(64) };
  const sumOf = ({ rows, digest }: KeptTable) => ({ count: rows, digest });
  const tables = kept.tables.map((table) => {
    const other = found.get(nameOf(table));
    return compared(table.store, table.name, sumOf(table), other === undefined ? null : sumOf(other));
  });
  const surplus = restored.tables
    .filter((table) => !known.has(nameOf(table)))
    .map((table) => ({ ...compared(table.store, table.name, nothing, sumOf(table)), isSame: false }));
  const files = stores.flatMap((store) => {
    const [before, after] = [kept, restored].map((held) => held.files.filter((file) => file.store === store));
    if (before === undefined || after === undefined || before.length + after.length === 0) return [];
    const sum = (some: readonly KeptFile[]) => ({ count: some.length, digest: digestOfFiles(some) });
    return [compared(store, null, sum(before), sum(after))];
  });
  return [...tables, ...surplus, ...files];
};
