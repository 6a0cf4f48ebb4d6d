import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDemoFeed } from './support/delivery-feed.ts';
import { load } from './support/load.ts';
import { type Figure, printSection, type Section } from './support/report.ts';

interface Ready {
  readonly url: string;
  /** Milliseconds until it served. */
  readonly caughtUp: number;
}

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'url' in message;

const launch = async (script: string, args: readonly string[]): Promise<{ child: ChildProcess; ready: Ready }> => {
  const child = fork(new URL(script, import.meta.url), args);
  const [message] = await once(child, 'message');
  if (!isReady(message)) throw new Error(`${script} did not start`);
  return { child, ready: message };
};

const rate = async (url: string, headers: Record<string, string> = {}): Promise<number> => {
  await load({ url, headers, connections: 20, seconds: 2 });
  const { perSecond, failures } = await load({ url, headers, connections: 20, seconds: 5 });
  if (failures > 0) throw new Error(`${failures} failures at ${url}`);
  return Math.round(perSecond);
};

/** Megabytes resident. */
const memoryOf = async (child: ChildProcess): Promise<number> => {
  child.send('memory');
  const [bytes] = await once(child, 'message');
  return Math.round(Number(bytes) / 1024 / 1024);
};

const against = (what: string, goal: number | null, ours: number, theirs: number): Figure => ({
  what,
  ratio: `${(ours / theirs).toFixed(2)} ×`,
  ours: `${ours}/s`,
  baseline: `${theirs}/s`,
  goal: goal === null ? '' : `≥ ${goal} ×`,
  met: goal === null ? null : ours / theirs >= goal,
});

const memory = (rest: number, loaded: number): Figure => ({
  what: 'resident memory after the load, against before it',
  ratio: `${(loaded / rest).toFixed(2)} ×`,
  ours: `${loaded} MB`,
  baseline: `${rest} MB`,
  goal: '< 512 MB',
  met: loaded < 512,
});

const measure = async (folder: string, slug: string, children: ChildProcess[]): Promise<Figure[]> => {
  const [one, list] = [`/v1/vi/articles/${slug}`, '/v1/vi/articles?limit=10'];
  const node = await launch('./support/delivery-node.ts', [folder]);
  children.push(node.child);
  const bare = await launch('./support/bare-express.ts', [node.ready.url, one, list]);
  children.push(bare.child);
  const held = await fetch(node.ready.url + one, { headers: { 'accept-encoding': 'identity' } });
  await held.arrayBuffer();
  const [ours, theirs] = [node.ready.url, bare.ready.url];
  const rest = await memoryOf(node.child);
  const baseOne = await rate(theirs + one);
  return [
    against('one article, against bare Express 5', 0.8, await rate(ours + one), baseOne),
    against(
      '304, against a 200 of bare Express',
      1,
      await rate(ours + one, { 'if-none-match': held.headers.get('etag') ?? '' }),
      baseOne,
    ),
    against(
      'a list of ten with covers, against bare Express',
      null,
      await rate(ours + list),
      await rate(theirs + list),
    ),
    memory(rest, await memoryOf(node.child)),
  ];
};

/** Measures answers of delivery against bare Express 5 sending the same bytes from memory. @param articles times 4 languages */
export const measureDelivery = async (articles = 5000): Promise<Section> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-bench-'));
  const children: ChildProcess[] = [];
  try {
    const { slugs } = await writeDemoFeed(folder, articles);
    return {
      title: `Delivery: ${articles} articles in four languages`,
      command: 'node bench/delivery.ts',
      how: '20 connections, 5 s each after 2 s of warming up, one process each; the baseline is Express 5 with one route for each body, no entity tags, the same bytes from memory.',
      figures: await measure(folder, slugs[0] ?? '', children),
    };
  } finally {
    for (const child of children) child.kill();
    await rm(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) printSection(await measureDelivery(Number(process.argv[2] ?? 5000)));
