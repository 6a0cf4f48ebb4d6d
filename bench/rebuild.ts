import { writeDemoFeed } from './support/delivery-feed.ts';
import { makeScratch } from './support/endings.ts';
import { launch } from './support/launch.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

interface Taken {
  readonly seconds: number;
  /** Megabytes resident at the most. */
  readonly peak: number;
}

const isTaken = (message: unknown): message is Taken =>
  typeof message === 'object' && message !== null && 'peak' in message;

const rebuild = async (articles: number): Promise<Taken> => {
  await using scratch = await makeScratch('rebuild');
  say(`rebuild: writing a feed of ${articles} articles`);
  await writeDemoFeed(scratch.path, articles);
  say('rebuild: making the node anew');
  await using node = await launch('./rebuild-node.ts', [scratch.path], isTaken);
  return node.message;
};

const figure = (articles: number, taken: Taken, base: Taken): Figure => ({
  what: `${articles.toLocaleString('en')} articles × 4 languages, Chinese in both scripts`,
  ratio: `${(taken.seconds / base.seconds).toFixed(2)} × the time, ${(taken.peak / base.peak).toFixed(2)} × the memory of the first`,
  ours: `${taken.seconds.toFixed(1)} s, ${taken.peak} MB at the peak`,
  baseline: `${base.seconds.toFixed(1)} s, ${base.peak} MB`,
  goal: 'linear, < 512 MB',
  met: taken.peak < 512,
});

/** Measures making a node anew from the feed, and again at four times the size. */
export const measureRebuild = async (articles: number): Promise<Section> => {
  const small = await rebuild(articles);
  const large = await rebuild(4 * articles);
  return {
    title: 'Making a delivery node anew from its feed',
    command: 'npm run bench -- rebuild',
    how: 'A process of its own deletes the store, reads the whole feed with all its signatures and renders every answer; the peak is what the kernel counts as resident.',
    figures: [figure(articles, small, small), figure(4 * articles, large, small)],
  };
};
