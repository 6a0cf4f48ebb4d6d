import type { DatabaseSync } from 'node:sqlite';

type Kind = 'article' | 'marking' | 'version';

/** A table whose rows belong to an article, a marking or a version, and what becomes of some columns in a copy. */
interface Owned {
  readonly table: string;
  /** Whose rows they are, and the column that says so. */
  readonly kind: Kind;
  readonly owner: string;
  /** SQL for each column that differs; `own` is the original's row, `pair` its old and new id. */
  readonly changed?: Readonly<Record<string, string>>;
}

/** The new id of something else of the same copy. */
const the = (kind: Kind): string =>
  `(SELECT other.new FROM pair AS other WHERE other.n = pair.n AND other.kind = '${kind}')`;

const words = (prefix: string): Record<string, string> => ({
  [`${prefix}title`]: `own.${prefix}title || ' ' || pair.n`,
  [`${prefix}slug`]: `own.${prefix}slug || '-' || pair.n`,
});

/** Owners before what they own. @NOTE Audit lines and reviews tell of acts of people, and nobody acted upon a copy. */
const tables: readonly Owned[] = [
  { table: 'markings', kind: 'marking', owner: 'id', changed: { subject_id: the('article') } },
  { table: 'markings_history', kind: 'marking', owner: '_parent_id', changed: { id: 'lower(hex(randomblob(12)))' } },
  { table: 'markings_texts', kind: 'marking', owner: 'parent_id' },
  {
    table: 'articles',
    kind: 'article',
    owner: 'id',
    changed: { marking_id: the('marking'), former_slugs: "'{}'" },
  },
  { table: 'articles_locales', kind: 'article', owner: '_parent_id', changed: words('') },
  { table: 'articles_rels', kind: 'article', owner: 'parent_id' },
  {
    table: '_articles_v',
    kind: 'version',
    owner: 'id',
    changed: { parent_id: the('article'), version_marking_id: the('marking'), version_former_slugs: "'{}'" },
  },
  { table: '_articles_v_locales', kind: 'version', owner: '_parent_id', changed: words('version_') },
  { table: '_articles_v_rels', kind: 'version', owner: 'parent_id' },
];

export const copiedTables = tables.map(({ table }) => table);

/** All columns but numbers that the database gives by itself. */
const columnsOf = (database: DatabaseSync, table: string): string[] =>
  database
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .filter(({ pk, type }) => !(pk && String(type).toLowerCase() === 'integer'))
    .map(({ name }) => String(name));

const statementFor = (database: DatabaseSync, { table, kind, owner, changed = {} }: Owned): string => {
  const columns = columnsOf(database, table);
  const became: Readonly<Record<string, string>> = { ...changed, [owner]: 'pair.new' };
  const strangers = Object.keys(became).filter((name) => !columns.includes(name));
  if (strangers.length > 0) throw new Error(`${table} has no ${strangers.join(', ')}`);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = columns.map((name) => became[name] ?? `own."${name}"`).join(', ');
  return `INSERT INTO ${table} (${names}) SELECT ${values}
    FROM pair CROSS JOIN ${table} AS own ON own."${owner}" = pair.old WHERE pair.kind = '${kind}'`;
};

/** Copies the rows of everything that the table `pair (kind, old, new, n)` names. */
export const copyInto = (database: DatabaseSync): void => {
  for (const owned of tables) database.exec(statementFor(database, owned));
};
