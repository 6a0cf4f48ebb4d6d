import { makeScratch } from './support/endings.ts';
import { launch } from './support/launch.ts';
import { hasCorpus } from './support/made-up-memory.ts';
import type { MemoryMeasured } from './support/memory-node.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

const sizes = [20_000, 200_000] as const;
const goal = 50;

const isMeasured = (message: unknown): message is MemoryMeasured =>
  typeof message === 'object' && message !== null && 'megabytesOfFile' in message;

const measureAt = async (many: number): Promise<MemoryMeasured> => {
  say(`memory: ${many} units`);
  await using scratch = await makeScratch('memory');
  await using node = await launch('./memory-node.ts', [scratch.path, `${many}`], isMeasured, {
    NODE_OPTIONS: '--expose-gc',
  });
  return node.message;
};

const times = (values: readonly number[]): string =>
  `p50 ${percentile(values, 0.5).toFixed(1)} ms, p95 ${percentile(values, 0.95).toFixed(1)} ms`;

const lookUp = (what: string, ours: readonly number[], { many, scanned }: MemoryMeasured): Figure => {
  const [our95, their50] = [percentile(ours, 0.95), percentile(scanned, 0.5)];
  return {
    what: `${what}, ${many.toLocaleString('en')} units`,
    ratio: `${(their50 / our95).toFixed(0)} ×`,
    ours: times(ours),
    baseline: `${(their50 / 1000).toFixed(1)} s`,
    goal: many === Math.max(...sizes) ? `p95 < ${goal} ms` : '',
    met: many === Math.max(...sizes) ? our95 < goal : null,
  };
};

const growth = (what: string, [small, large]: readonly [number, number], unit: string): Figure => ({
  what: `${what}, from ${sizes[0].toLocaleString('en')} to ${sizes[1].toLocaleString('en')} units`,
  ratio: `${(large / small).toFixed(1)} × for 10 × the units`,
  ours: `${large.toFixed(1)} ${unit}`,
  baseline: `${small.toFixed(1)} ${unit}`,
  goal: '',
  met: null,
});

/** Measures how soon translation memory answers, how much room it takes, and how both grow. */
export const measureMemory = async (): Promise<Section> => {
  const [small, large] = [await measureAt(sizes[0]), await measureAt(sizes[1])];
  const both = (value: (one: MemoryMeasured) => number) => [value(small), value(large)] as const;
  const figures = [small, large].flatMap((one) => [
    lookUp('a segment that is there, found with all that are like it', one.exact, one),
    lookUp('a segment of which an eighth was rewritten', one.fuzzy, one),
    lookUp('a phrase of two words, with its places', one.phrases, one),
  ]);
  const scans = small.scanned.length + large.scanned.length;
  return {
    title: 'Translation memory: 200,000 units in four languages',
    command: 'npm run bench -- memory',
    how: `Units of Vietnamese with English, French or Chinese, recombined from ${hasCorpus ? 'the sentences of NTREX-128' : 'made-up words'}: one in ten says what was said before, three nearly so. One in twenty belongs to a document that the asker may not know of. 400 questions in all six directions, in one process; whole units lie in a file. The baseline compares each unit of the file with the same measure.`,
    figures: [
      ...figures,
      {
        ...{
          what: 'best match as found by comparing with every unit',
          ratio: `${small.agreed + large.agreed} of ${scans}`,
        },
        ...{ ours: '–', baseline: '–', goal: 'all', met: small.agreed + large.agreed === scans },
      },
      growth(
        'p95 of a rewritten segment',
        both(({ fuzzy }) => percentile(fuzzy, 0.95)),
        'ms',
      ),
      growth(
        'memory that the index takes',
        both(({ megabytes }) => megabytes),
        'MB',
      ),
      growth(
        'file with the whole units',
        both(({ megabytesOfFile }) => megabytesOfFile),
        'MB',
      ),
      growth(
        'reading the file into memory at the start',
        both(({ secondsToOpen }) => secondsToOpen),
        's',
      ),
    ],
  };
};
