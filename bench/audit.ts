import { join } from 'node:path';
import type { Payload } from 'payload';
import { openSequencer } from '#editorial/gate/audit/sequencer.ts';
import { makeUpLog } from './support/audit/made-up-log.ts';
import type { Verified } from './support/audit/verify-node.ts';
import { makeScratch } from './support/endings.ts';
import { launch } from './support/launch.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio } from './support/studio-here.ts';

const many = 1_000_000;
const rounds = 1_000;
/** What a line may add to a save. */
const goal = 1.05;

const told = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms`;

/** The same studio, in which lines are made up and numbered, and the database is not asked to keep them. */
const withoutLines = (payload: Payload) => {
  const { create } = payload.db;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    payload.db.create = (args) =>
      args.collection === 'audit' ? Promise.resolve({} as never) : create.call(payload.db, args);
    try {
      return await work();
    } finally {
      payload.db.create = create;
    }
  };
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Saves a rights record, which leaves a line each time. */
const openRecord = async (ask: Ask): Promise<() => Promise<void>> => {
  const begun = { method: 'POST', body: JSON.stringify({ name: 'Kho ảnh thành phố', holder: 'Thành phố' }) };
  const { doc } = (await ask('/api/rights?locale=vi&depth=0', begun)) as { doc: { id: string; revision: number } };
  let { revision } = doc;
  return async () => {
    const body = JSON.stringify({ credit: `Ảnh ${revision}`, revision });
    const saved = await ask(`/api/rights/${doc.id}?locale=vi&depth=0`, { method: 'PATCH', body });
    ({ revision } = (saved as { doc: { revision: number } }).doc);
  };
};

const saves = async (payload: Payload, ask: Ask): Promise<Figure> => {
  const save = await openRecord(ask);
  const without = withoutLines(payload);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = -20; round < rounds; round += 1) {
    // In turns, and each of them first as often as the other: whatever else the machine does meets both alike
    const one = async () => void ours.push(await timed(save));
    const other = async () => void bare.push(await without(() => timed(save)));
    for (const turn of round % 2 === 0 ? [one, other] : [other, one]) await turn();
    if (round < 0) [ours.length, bare.length] = [0, 0];
  }
  const ratio = percentile(ours, 0.5) / percentile(bare, 0.5);
  return {
    what: 'a rights record is saved at the studio’s door',
    ...{ ours: told(ours), baseline: `${told(bare)} without its line`, ratio: `${ratio.toFixed(3)} ×` },
    ...{ goal: `≤ ${goal} ×`, met: ratio <= goal },
  };
};

/** What the gate needs to take the lines of those saves in. */
const takingIn = async (payload: Payload, dir: string): Promise<Figure> => {
  using sequencer = await openSequencer(payload, dir);
  const began = performance.now();
  const { lines } = await sequencer.takeIn(new Date());
  const each = (performance.now() - began) / lines;
  return {
    what: `the gate takes ${lines} lines in`,
    ...{ ours: `${each.toFixed(2)} ms a line`, baseline: '–', ratio: `${Math.round(1_000 / each)} a second` },
    ...{ goal: '', met: null },
  };
};

const isVerified = (message: unknown): message is Verified =>
  typeof message === 'object' && message !== null && 'seconds' in message;

const run = async (...args: string[]): Promise<Verified> => {
  await using node = await launch('./audit/verify-node.ts', args, isVerified);
  say(`audit: ${args[0]}: ${JSON.stringify(node.message)}`);
  return node.message;
};

const verifying = (what: string, { lines, seconds, megabytes, atRest }: Verified, hashed: Verified): Figure => ({
  what,
  ours: `${seconds.toFixed(1)} s, ${megabytes} MB at the peak, of which ${atRest} MB are the process at rest (${lines} lines)`,
  baseline: `${hashed.seconds.toFixed(1)} s, ${hashed.megabytes} MB`,
  ratio: `${(seconds / hashed.seconds).toFixed(1)} ×`,
  ...{ goal: '', met: null },
});

/** `npm run bench -- audit`: what a line adds to a save, and what it takes to verify a million of them. */
export const measureAudit = async (): Promise<Section> => {
  await using scratch = await makeScratch('audit');
  const url = (name: string) => `file:${join(scratch.path, `${name}.db`)}`;
  const { payload, ask } = await openStudio(scratch.path, url('saves'), ['curator'], 'audit');
  const saved = await saves(payload, ask);
  say(`audit: a save: ${saved.ratio}, ${saved.ours} / ${saved.baseline}`);
  const taken = await takingIn(payload, join(scratch.path, 'few'));
  await payload.destroy();
  const laid = await openStudio(scratch.path, url('million'), ['administrator'], 'laid');
  await laid.payload.db.deleteMany({ collection: 'audit', where: {} });
  await laid.payload.destroy();
  const dir = join(scratch.path, 'log');
  await makeUpLog(dir, join(scratch.path, 'million.db'), many, progressOf('lines'));
  const hashed = await run('hashed', dir);
  const [files, whole] = [await run('files', dir), await run('database', dir, scratch.path, url('million'))];
  return {
    title: 'Audit log: what a line costs, and a million of them verified',
    command: 'npm run bench -- audit',
    how: `A rights record is saved by a curator at the studio’s door, with its line and with a database that is not asked to keep the line, in turns, ${rounds} times each, on the embedded database. A log of a million lines is verified by chain and tree alone, and then as \`audit verify\` does it, against a row of the database for each line, each time in a process of its own. The baseline reads the same lines and hashes each of them once.`,
    figures: [
      saved,
      taken,
      verifying('a million lines, by chain and tree', files, hashed),
      verifying('a million lines, and each against its row in the database', whole, hashed),
    ],
  };
};
