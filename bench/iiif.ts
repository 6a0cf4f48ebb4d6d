import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { askEachOnce, type Round } from './support/each-once.ts';
import { makeScratch } from './support/endings.ts';
import { type Launched, launch } from './support/launch.ts';
import { load } from './support/load.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type TileFeed, writeTileFeed } from './support/tile-feed.ts';

interface Ready {
  readonly url: string;
}

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'url' in message;

const atOnce = 4;

const addresses = (server: Launched<Ready>, { id, tiles }: TileFeed): string[] =>
  tiles.map((tile) => `${server.message.url}/iiif/3/${id}/${tile}`);

const told = ({ p50, p95, perSecond }: Round): string =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${Math.round(perSecond)}/s`;

const against = (what: string, goal: number | null, ours: Round, theirs: Round): Figure => ({
  what,
  ratio: `${(ours.perSecond / theirs.perSecond).toFixed(2)} ×`,
  ours: told(ours),
  baseline: told(theirs),
  goal: goal === null ? '' : `≥ ${goal} ×`,
  met: goal === null ? null : ours.perSecond / theirs.perSecond >= goal,
});

/** Every tile once, after a first look that wakes whoever decodes. */
const cold = async (server: Launched<Ready>, feed: TileFeed): Promise<Round> => {
  await askEachOnce([`${server.message.url}/iiif/3/${feed.id}/full/64,/0/default.jpg`], 1);
  return askEachOnce(addresses(server, feed), atOnce);
};

const coldFigures = async (folder: string, feed: TileFeed): Promise<Figure[]> => {
  say('iiif: cold tiles');
  await using node = await launch('./delivery-node.ts', [folder], isReady);
  const ours = await cold(node, feed);
  await using master = await launch('./iiif-processor.ts', [feed.master], isReady);
  const fromMaster = await cold(master, feed);
  await using copy = await launch('./iiif-processor.ts', [feed.copy], isReady);
  const fromCopy = await cold(copy, feed);
  const figures = [
    against('cold, from the access copy, against iiif-processor 7 on the picture itself', 2, ours, fromMaster),
    against('cold, against iiif-processor 7 on the same access copy', null, ours, fromCopy),
  ];
  await keepFiles(node, folder, feed);
  return figures;
};

const pathIn = (folder: string, { id }: TileFeed, tile: string): string => join(folder, 'static/iiif/3', id, tile);

/** The bytes of our tiles as files, for Express to hand out. */
const keepFiles = async (node: Launched<Ready>, folder: string, feed: TileFeed): Promise<void> => {
  const urls = addresses(node, feed);
  for (const [index, tile] of feed.tiles.entries()) {
    const path = pathIn(folder, feed, tile);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(await (await fetch(urls[index] ?? '')).arrayBuffer()));
  }
};

/** One tile again and again. */
const again = async (server: Launched<Ready>, feed: TileFeed): Promise<Round> => {
  const url = addresses(server, feed)[Math.floor(feed.tiles.length / 2)] ?? '';
  await load({ url, connections: 20, seconds: 2 });
  const { perSecond, p50, p95, failures } = await load({ url, connections: 20, seconds: 5 });
  if (failures > 0) throw new Error(`${failures} failures at ${url}`);
  return { perSecond, p50, p95 };
};

/** A node that begins anew has its tiles on the disk alone. */
const warmFigures = async (folder: string, feed: TileFeed): Promise<Figure[]> => {
  say('iiif: warm tiles');
  await using node = await launch('./delivery-node.ts', [folder], isReady);
  await using files = await launch('./static-files.ts', [join(folder, 'static')], isReady);
  const first = [await askEachOnce(addresses(files, feed), atOnce), await askEachOnce(addresses(node, feed), atOnce)];
  const [fromFiles, fromDisk] = first as [Round, Round];
  const [theirs, ours] = [await again(files, feed), await again(node, feed)];
  return [
    against(
      'warm, each tile once, from the disk of a node that begins anew, against the same files from bare Express',
      null,
      fromDisk,
      fromFiles,
    ),
    against('warm, one tile asked for by 20 connections, against the same file from bare Express', 0.8, ours, theirs),
  ];
};

/** Measures tiles of delivery against `iiif-processor` 7 and against static files. */
export const measureIiif = async (): Promise<Section> => {
  await using scratch = await makeScratch('iiif');
  say('iiif: making a picture of 24 megapixels');
  const feed = await writeTileFeed(scratch.path);
  const cut = await coldFigures(scratch.path, feed);
  return {
    title: `Tiles of a picture of 24 megapixels: ${feed.tiles.length} of 512 × 512 pixels at every scale`,
    command: 'npm run bench -- iiif',
    how: `Cold: every tile once, ${atOnce} at a time, JPEG of quality 80; the baseline is iiif-processor 7 behind Express in a process of its own, on our sharp, told the sizes of its file. The access copy is here as large as the picture, so that both cut the same pixels. Warm: the baseline is \`express.static\` on the same bytes; 20 connections for 5 s after 2 s of warming up. Ratios are of tiles per second.`,
    figures: [...cut, ...(await warmFigures(scratch.path, feed))],
  };
};
