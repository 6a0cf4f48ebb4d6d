import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { freePort } from './databases/free-port.ts';
import { type DeliveryBench, type Node, openBench, put } from './delivery-node.ts';
import { album, article, event, image, place, topic } from './records.ts';

/** What a page for developers asks its reader to type, save and call. */
export interface Guide {
  /** Blocks of code by language. */
  code(language: 'sh' | 'json' | 'html'): string[];
  /** Paths of the public API in tables. */
  readonly calls: readonly string[];
}

export const guides = ['docs/agency-guide.md', 'docs/vi/agency-guide.md'] as const;
/** Where the guides say that the API is. */
export const guideAddress = 'http://localhost:4000';

export const readGuide = (page: (typeof guides)[number]): Guide => {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8');
  return {
    code: (language) =>
      [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map((found) => found[1] ?? ''),
    calls: [...text.matchAll(/^\| `(\/v1\/[^`]+)`/gm)].map((found) => found[1] ?? ''),
  };
};

export interface GuideHouse extends AsyncDisposable {
  readonly bench: DeliveryBench;
  readonly node: Node;
}

/** A node under its own address with something to find at everything that the guides call. */
export const openGuideHouse = async (): Promise<GuideHouse> => {
  const bench = await openBench();
  const port = await freePort();
  const node = await bench.start('node', { port, publicUrl: `http://127.0.0.1:${port}` });
  const drawn = sharp({ create: { width: 640, height: 427, channels: 3, background: '#c63' } });
  const blobs = [await drawn.clone().webp().toBuffer(), await drawn.clone().jpeg().toBuffer()];
  const names = await Promise.all(blobs.map((bytes) => bench.writer.putBlob(bytes)));
  const all = { locales: ['vi', 'en', 'fr', 'zh-Hans'] as const };
  const [subject, spot] = [topic('chu-de', all), place('cho', all)];
  const shown = { slug: 'nguyen-thi-binh', name: 'Nguyễn Thị Bình' };
  const picture = image('anh', names, { ...all, over: { places: [spot.id], people: [shown], download: true } });
  const late = { updatedAt: '2026-11-20T00:00:00.000Z' };
  const story = (slug: string) => article(slug, { ...all, over: { cover: picture.id, topics: [subject.id], ...late } });
  const contacts = [{ name: 'An', role: null, organisation: null, phone: null, email: null }];
  const shelf = album('bo', [picture.id], { ...all, over: { press: { text: 'Bốn buổi', contacts } } });
  const records = [subject, spot, picture, shelf, story('mot'), story('hai'), story('ba'), event('hoi', all)];
  await node.reach(await bench.append(records.map(put)));
  return { bench, node, [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose]() };
};
