import { appendFile, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * What seeding has done so far, one step a line: the step's name and what it gave. Written through to the disk after
 * each step, so that a killed seeding is carried on exactly where it was.
 */
export interface Journal {
  /** Whether an earlier seeding left steps behind, so that the step under way may be half done. */
  readonly resumed: boolean;
  has(step: string): boolean;
  /** Runs a step once: a later call, or a later seeding, gets what it gave then. */
  step(name: string, work: () => Promise<string>): Promise<string>;
}

/** Where the journal of an installation lies. */
const fileOf = (dataDir: string) => join(dataDir, 'demo.jsonl');

/** Forgets what was seeded into a database that is no more. */
export const discardJournal = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true });

export const journalOf = (dataDir: string): Promise<Journal> => openJournal(fileOf(dataDir));

export async function openJournal(file: string): Promise<Journal> {
  await mkdir(dirname(file), { recursive: true });
  const done = new Map(await readLines(file));
  return {
    resumed: done.size > 0,
    has: (step) => done.has(step),
    step: async (name, work) => {
      const known = done.get(name);
      if (known !== undefined) return known;
      const result = await work();
      await appendLine(file, `${JSON.stringify([name, result])}\n`);
      done.set(name, result);
      return result;
    },
  };
}

/** A line that a crash cut off counts as not written; a broken end is closed, so that the next line is whole. */
async function readLines(file: string): Promise<[string, string][]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text !== '' && !text.endsWith('\n')) await appendFile(file, '\n');
  return text.split('\n').flatMap((line) => {
    try {
      const read: unknown = JSON.parse(line);
      return Array.isArray(read) ? [[String(read[0]), String(read[1])] as [string, string]] : [];
    } catch {
      return [];
    }
  });
}

async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  await handle.writeFile(line);
  await handle.sync();
  await handle.close();
}
