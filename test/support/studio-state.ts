import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Studio } from './studio.ts';

/** What nobody counts as left behind: people's own sessions and failed attempts. Neither writes a person. */
const passing = new Set(['sessions', 'sign-in-tries', 'pending-steps', 'claims', 'payload-kv']);

/**
 * Everything that a studio keeps, short enough to compare: rows of every collection with their versions, and masters. Of a person it
 * holds roles, clearance and what a password is known by as well, as part of a digest and never as they are.
 */
export type StudioState = Readonly<Record<string, string>>;

const told = (rows: readonly unknown[]): string => {
  const lines = rows.map((row) => JSON.stringify(row)).sort();
  return `${rows.length} rows, ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`;
};

const columns = ['actor', 'action', 'collection', 'documentId', 'outcome', 'code'];

/** Audit lines, each `actor action collection document outcome code`, with how many times that happened. */
const timesOf = (rows: readonly Record<string, unknown>[]): Record<string, number> => {
  const times: Record<string, number> = {};
  for (const row of rows) {
    const line = columns.map((name) => row[name] ?? '-').join(' ');
    times[line] = (times[line] ?? 0) + Number(row.times);
  }
  return times;
};

const sorted = (times: Readonly<Record<string, number>>): string => JSON.stringify(Object.entries(times).sort());

/** The same state after `count` refusals more that leave this line, and nothing else. */
export const withRefusals = (state: StudioState, line: string, count: number): StudioState => {
  const times: Record<string, number> = Object.fromEntries(JSON.parse(state.audit ?? '[]'));
  return { ...state, audit: sorted({ ...times, [line]: (times[line] ?? 0) + count }) };
};

/** Reads beneath all rules what a refused request could have changed. */
export const stateOf = async ({ payload, values }: Studio): Promise<StudioState> => {
  const state: Record<string, string> = {};
  const all = { limit: 0, pagination: false, locale: 'all', where: {} } as const;
  for (const { slug, versions } of payload.config.collections) {
    const { docs } = await payload.db.find({ ...all, collection: slug });
    state[slug] = passing.has(slug) ? '' : told(docs);
    if (slug === 'audit') state[slug] = sorted(timesOf(docs));
    if (versions)
      state[`versions of ${slug}`] = told((await payload.db.findVersions({ ...all, collection: slug })).docs);
  }
  state.masters = told(await filesIn(values.mastersDir));
  return state;
};

/** Names and digests of all files of a folder, temporary ones included. */
const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(
      async (file) =>
        `${file} ${createHash('sha256')
          .update(await readFile(file))
          .digest('hex')}`,
    ),
  );
};
