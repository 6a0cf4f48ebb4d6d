import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeScratch } from './support/endings.ts';
import { launch } from './support/launch.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

const articles = 1000;
/** As many as are enough to tell what one save costs. */
const saved = 100;
/** Megabytes that the process may have at its peak. */
const goal = 300;

interface Measured {
  readonly seconds: number;
  readonly idle: number;
  readonly peak: number;
  readonly growth: number;
}

const isMeasured = (message: unknown): message is Measured =>
  message !== null && typeof message === 'object' && 'peak' in message;
const isAnything = (message: unknown): message is object => message !== null && typeof message === 'object';

const figure = (what: string, { seconds, idle, peak, growth }: Measured, perSave: number | null): Figure => ({
  what,
  ratio: `${(peak / goal).toFixed(2)} × the memory allowed, ${growth.toFixed(2)} × alive from the second fifth to the last${perSave === null ? '' : `, ${(seconds / articles / perSave).toFixed(2)} × the time of one save each`}`,
  ours: `${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB at the peak, of which ${idle.toFixed(0)} MB are the CMS at rest and ${(peak - idle).toFixed(0)} MB the work`,
  baseline: perSave === null ? '–' : `${(perSave * articles).toFixed(1)} s`,
  goal: `< ${goal} MB, flat`,
  met: peak < goal && growth < 1.2,
});

/** `npm run bench -- packs`: a thousand articles go to a translator and come back, as the command line does it. */
export const measurePacks = async (): Promise<Section> => {
  await using scratch = await makeScratch('packs');
  const run = async <T>(step: string, read: (message: unknown) => message is T, count = articles): Promise<T> => {
    say(`packs: ${step}`);
    await using node = await launch('./packs-node.ts', [step, scratch.path, String(count)], read);
    return node.message;
  };
  await run('seed', isAnything);
  const out = await run('take', isMeasured);
  await run('translate', isAnything);
  const back = await run('bring', isMeasured);
  const stock = await run('stock', isMeasured, saved);
  const { size } = await stat(join(scratch.path, 'back.zip'));
  return {
    title: `Packs for translators: ${articles.toLocaleString('en')} articles with 40 segments each`,
    command: 'npm run bench -- packs',
    how: `What \`translation export\` and \`translation import\` do, each in a process of its own upon the embedded database: documents are read, paired with their ledger, held against names and memory and written as a ZIP of ${(size / 2 ** 20).toFixed(0)} MB with XLIFF 2.1, XLIFF 1.2 and a page each; then every segment comes back translated, is read twice, held against the store, saved and remembered. The peak is that of the whole process, and the CMS that the commands open has more than the goal before anything is done; the same files without a database are measured above (XLIFF of 1,000 articles). Flat is what is alive: the lowest heap of the last fifth of the run against that of the second. The baseline saves the same texts with Payload’s own operation, one save a document, and does nothing else (measured on ${saved}).`,
    figures: [figure('out as a pack', out, null), figure('back, saved and remembered', back, stock.seconds / saved)],
  };
};
