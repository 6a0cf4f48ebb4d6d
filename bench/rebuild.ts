import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDemoFeed } from './support/delivery-feed.ts';
import type { Figure, Section } from './support/report.ts';

interface Taken {
  readonly seconds: number;
  /** Megabytes resident at the most. */
  readonly peak: number;
}

const isTaken = (message: unknown): message is Taken =>
  typeof message === 'object' && message !== null && 'peak' in message;

const rebuild = async (articles: number): Promise<Taken> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-rebuild-'));
  try {
    await writeDemoFeed(folder, articles);
    const child = fork(new URL('./support/rebuild-node.ts', import.meta.url), [folder]);
    const [message] = await once(child, 'message');
    if (!isTaken(message)) throw new Error('the node did not say what it took');
    return message;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const figure = (what: string, taken: Taken, base: Taken): Figure => ({
  what,
  ratio: `${(taken.seconds / base.seconds).toFixed(2)} × the time, ${(taken.peak / base.peak).toFixed(2)} × the memory of the first`,
  ours: `${taken.seconds.toFixed(1)} s, ${taken.peak} MB at the peak`,
  baseline: `${base.seconds.toFixed(1)} s, ${base.peak} MB`,
  goal: 'linear, < 512 MB',
  met: taken.peak < 512,
});

/** Measures making a node anew from the feed, and again at four times the size. */
export const measureRebuild = async (): Promise<Section> => {
  const small = await rebuild(5000);
  const large = await rebuild(20_000);
  return {
    title: 'Making a delivery node anew from its feed',
    command: 'npm run bench -- rebuild',
    how: 'A process of its own deletes the store, reads the whole feed with all its signatures and renders every answer; the peak is what the kernel counts as resident.',
    figures: [
      figure('5,000 articles × 4 languages', small, small),
      figure('20,000 articles × 4 languages', large, small),
    ],
  };
};
