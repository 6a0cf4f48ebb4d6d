import { setTimeout as sleep } from 'node:timers/promises';
import { writeDemoFeed } from './support/delivery-feed.ts';
import { makeScratch } from './support/endings.ts';
import { type Launched, launch } from './support/launch.ts';
import { load } from './support/load.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

interface Ready {
  readonly url: string;
}

/** A server that is measured, and the most memory that was seen while it answered. */
interface Measured {
  readonly server: Launched<Ready>;
  /** Megabytes resident before the first request of the load. */
  readonly rest: number;
  /** Megabytes resident at the most during the loads so far. */
  peak: number;
}

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'url' in message;

const begin = async (server: Launched<Ready>): Promise<Measured> => {
  const rest = await server.memory();
  return { server, rest, peak: rest };
};

/** Milliseconds between two looks at the memory of a server under load: rare enough to cost nothing. */
const between = 250;

/** Looks at the memory again and again until `work` is done. */
const watching = async <T>(measured: Measured, work: Promise<T>): Promise<T> => {
  const done = new AbortController();
  const watch = async () => {
    while (!done.signal.aborted) {
      measured.peak = Math.max(measured.peak, await measured.server.memory());
      await sleep(between, undefined, { signal: done.signal }).catch(() => undefined);
    }
  };
  const [result] = await Promise.all([work.finally(() => done.abort()), watch()]);
  return result;
};

const rate = async (measured: Measured, path: string, headers: Record<string, string> = {}): Promise<number> => {
  const url = measured.server.message.url + path;
  await load({ url, headers, connections: 20, seconds: 2 });
  const { perSecond, failures } = await watching(measured, load({ url, headers, connections: 20, seconds: 5 }));
  if (failures > 0) throw new Error(`${failures} failures at ${url}`);
  return Math.round(perSecond);
};

const against = (what: string, goal: number | null, ours: number, theirs: number): Figure => ({
  what,
  ratio: `${(ours / theirs).toFixed(2)} ×`,
  ours: `${ours}/s`,
  baseline: `${theirs}/s`,
  goal: goal === null ? '' : `≥ ${goal} ×`,
  met: goal === null ? null : ours / theirs >= goal,
});

const memory = (when: string, ours: number, theirs: number): Figure => ({
  what: `resident memory ${when}, against bare Express holding these two answers`,
  ratio: `${(ours / theirs).toFixed(2)} ×`,
  ours: `${ours} MB`,
  baseline: `${theirs} MB`,
  goal: '< 512 MB',
  met: ours < 512,
});

const measure = async (folder: string, slug: string): Promise<Figure[]> => {
  const [one, list] = [`/v1/vi/articles/${slug}`, '/v1/vi/articles?limit=10'];
  say('delivery: taking in the feed');
  await using node = await launch('./delivery-node.ts', [folder], isReady);
  await using bare = await launch('./bare-express.ts', [node.message.url, one, list], isReady);
  const held = await fetch(node.message.url + one, { headers: { 'accept-encoding': 'identity' } });
  await held.arrayBuffer();
  const [ours, theirs] = [await begin(node), await begin(bare)];
  say('delivery: answering');
  const baseOne = await rate(theirs, one);
  const figures = [
    against('one article, against bare Express 5', 0.8, await rate(ours, one), baseOne),
    against(
      '304, against a 200 of bare Express',
      1,
      await rate(ours, one, { 'if-none-match': held.headers.get('etag') ?? '' }),
      baseOne,
    ),
    against('a list of ten with covers, against bare Express', null, await rate(ours, list), await rate(theirs, list)),
  ];
  return [...figures, memory('at rest', ours.rest, theirs.rest), memory('under load', ours.peak, theirs.peak)];
};

/** Measures answers of delivery against bare Express 5 sending the same bytes from memory. @param articles times 4 languages */
export const measureDelivery = async (articles: number): Promise<Section> => {
  await using scratch = await makeScratch('delivery');
  say(`delivery: writing a feed of ${articles} articles`);
  const { slugs } = await writeDemoFeed(scratch.path, articles);
  return {
    title: `Delivery: ${articles} articles in four languages, Chinese in both scripts`,
    command: 'npm run bench -- delivery',
    how: '20 connections, 5 s each after 2 s of warming up, one process each; the baseline is Express 5 with one route for each body, no entity tags, the same bytes from memory. At rest: a node that has just taken in the whole feed. Under load: the most that was seen four times a second while it answered.',
    figures: await measure(scratch.path, slugs[0] ?? ''),
  };
};
