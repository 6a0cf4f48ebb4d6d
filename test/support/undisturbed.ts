import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every first start of this run shows the public when nobody disturbs it. One of them is enough to know. */
const variable = 'BENTHANH_UNDISTURBED';

/** Says where this run keeps it; called once, by the process that runs the tests. */
export const nameUndisturbed = (): void => {
  process.env[variable] ??= join(tmpdir(), `benthanh-undisturbed-${process.pid}.json`);
};

export const forgetUndisturbed = (): Promise<void> => rm(String(process.env[variable]), { force: true });

/** Keeps what a first start has shown, so that no other is made to see it. */
export const keepUndisturbed = async (view: readonly string[]): Promise<void> => {
  const file = process.env[variable];
  if (!file) return;
  const part = `${file}.${process.pid}`;
  await writeFile(part, JSON.stringify(view));
  await rename(part, file);
};

/** What a first start showed the public in this run, or null where none has been seen yet. */
export const keptUndisturbed = async (): Promise<string[] | null> => {
  const kept = await readFile(String(process.env[variable]), 'utf8').catch(() => null);
  return kept === null ? null : (JSON.parse(kept) as string[]);
};
