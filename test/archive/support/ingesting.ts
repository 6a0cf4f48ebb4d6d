import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recognised } from '#media/metadata/legacy-text.ts';
import { type Ended, type Running, watch } from '../../support/installation.ts';
import { type Line, runReady } from '../../support/ready-command-line.ts';
import { type Studio, startStudio } from '../../support/studio.ts';

/** What `archive ingest --json` tells. */
export interface Told {
  readonly stored: number;
  readonly known: number;
  readonly attention: number;
  readonly refused: number;
  readonly left: number;
  readonly skipped: readonly string[];
  readonly files: readonly {
    readonly file: string;
    readonly outcome: string;
    readonly code: string | null;
    readonly lacks: readonly string[];
    readonly id: string | null;
    readonly sha256: string | null;
    readonly reading: Recognised | null;
  }[];
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const told = ({ stdout, stderr }: Ended): Told => {
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
};

/** What became of each file: its code, else its outcome. */
export const fatesOf = ({ files }: Told): Record<string, string> =>
  Object.fromEntries(files.map(({ file, outcome, code }) => [file, code ?? outcome]));

export interface Ingesting extends AsyncDisposable {
  readonly studio: Studio;
  readonly report: string;
  begin(args: readonly string[]): Running;
  ingest(...args: readonly string[]): Promise<Ended>;
  /** The same by somebody of another language. */
  ingestIn(language: string, ...args: readonly string[]): Promise<Ended>;
  /** A file beside the installation, to be taken in. */
  file(name: string, bytes: Uint8Array): Promise<string>;
  /** Number of images. */
  count(): Promise<number>;
  /** Files that are on their way into the store. */
  arriving(): Promise<string[]>;
  imagesOf(sha256: string): Promise<Record<string, unknown>[]>;
}

/** An installation whose command line takes files in. */
export async function startIngesting(options: Parameters<typeof startStudio>[0]): Promise<Ingesting> {
  const studio = await startStudio(options);
  await mkdir(join(studio.folder, 'keys'));
  await writeFile(join(studio.folder, 'keys/studio.secret'), studio.values.secret, { mode: 0o600 });
  const report = join(studio.folder, 'fates.csv');
  const lineOf = (args: readonly string[], language = 'en_GB.UTF-8'): Line => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    const env = { PATH, HOME, LANG: language, ...places };
    return { argv: ['archive', 'ingest', ...args, '--report', report], env };
  };
  const begin = (args: readonly string[]): Running => {
    const { argv, env } = lineOf(args);
    return watch('src/cli/benthanh.mjs', argv, env);
  };
  return {
    ...{ studio, report, begin },
    ingest: (...args) => runReady(lineOf(args)),
    ingestIn: (language, ...args) => runReady(lineOf(args, language)),
    file: async (name, bytes) => {
      const path = join(studio.folder, name);
      await writeFile(path, bytes);
      return path;
    },
    count: async () => (await studio.payload.count({ collection: 'images' })).totalDocs,
    arriving: () => readdir(join(studio.values.mastersDir, 'incoming')),
    imagesOf: async (sha256) => {
      const where = { 'master.sha256': { equals: sha256 } };
      const { docs } = await studio.payload.find({ collection: 'images', where, locale: 'all', depth: 1 });
      return docs as unknown as Record<string, unknown>[];
    },
    [Symbol.asyncDispose]: () => studio.close(),
  };
}
