import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { exportFrom } from '#cli/translation/export-all.ts';
import { importInto } from '#cli/translation/import-all.ts';
import { openZip } from '#editorial/archive/open-zip.ts';
import { type StreamedFile, streamZip } from '#zip/stream.ts';
import { bodyOf } from '../../test/support/lexical.ts';
import { memoryCurve } from './memory-curve.ts';
import { openStudio, type StudioHere } from './studio-here.ts';

/* One step of the way of a thousand articles to a translator and back, in a process that does nothing else. */

const [step = '', folder = '', count = '0'] = process.argv.slice(2);
const articles = Number(count);
const paragraphs = 38;
const mega = 1024 * 1024;

const sentence = (n: number, at: number): string =>
  `Bài ${n}, đoạn ${at}: chợ Bến Thành có ${100 + n} gian hàng, mở cửa từ 6 giờ đến 18 giờ mỗi ngày và đón ${at * 37} lượt khách.`;

const seed = async ({ payload }: StudioHere): Promise<void> => {
  for (let n = 0; n < articles; n += 1) {
    const body = bodyOf(Array.from({ length: paragraphs }, (_, at) => sentence(n, at)));
    const data = { title: `Chợ Bến Thành ${n}`, summary: `Tin số ${n}.`, body, source: 'vi' };
    await payload.create({ collection: 'articles', locale: 'vi', draft: true, depth: 0, data: data as never });
  }
};

const packIn = async (name: string): Promise<string> =>
  join(folder, name, (await readdir(join(folder, name)))[0] ?? '');

/** What a translator does to every file of the pack. */
const translate = async (): Promise<void> => {
  await using pack = await openZip(await packIn('out'));
  const files = async function* (): AsyncGenerator<StreamedFile> {
    for (const piece of pack.pieces) {
      const words = await text(Readable.from(await piece.open()));
      const isOurs = piece.name.startsWith('xliff/');
      const done = isOurs
        ? words.replace(/<source>(.*?)<\/source><\/segment>/gs, '<source>$1</source><target>[fr] $1</target></segment>')
        : words;
      yield { name: piece.name, modified: new Date(0), content: [done] };
    }
  };
  await pipeline(Readable.from(streamZip(files()), { objectMode: false }), createWriteStream(join(folder, 'back.zip')));
};

const common = { as: null, signal: new AbortController().signal, to: 'fr' } as const;

const take = async ({ payload }: StudioHere, note: () => void): Promise<number> => {
  const choice = { collections: ['articles'], articles: [], needsWork: true, due: null } as const;
  const order = { ...common, choice, upTo: 'internal', out: join(folder, 'out'), language: 'vi' } as const;
  return (await exportFrom(payload, { ...order, onProgress: note })).documents;
};

const bring = async ({ payload }: StudioHere, note: () => void): Promise<number> => {
  const order = { ...common, path: join(folder, 'back.zip'), onConflict: 'ours', dryRun: false } as const;
  const { documents, leftCount } = await importInto(payload, { ...order, onProgress: note });
  if (leftCount > 0) throw new Error('something was left');
  return documents.filter(({ taken }) => taken === paragraphs + 2).length;
};

/** The same documents read and saved once by Payload’s own operations, with the words of the source. */
const stock = async ({ payload }: StudioHere, note: () => void): Promise<number> => {
  const { docs } = await payload.find({ collection: 'articles', limit: articles, depth: 0, locale: 'vi', draft: true });
  for (const { id, body, revision } of docs as { id: string; body: object; revision: number }[]) {
    const data = { title: `[fr] ${id}`, summary: 'Tin.', body, revision } as never;
    await payload.update({ collection: 'articles', id, locale: 'fr', draft: true, depth: 0, data });
    note();
  }
  return docs.length;
};

type Work = (studio: StudioHere, note: () => void) => Promise<number>;

/** @param role of somebody who opens the studio and has nothing to do with the work */
const measured = async (role: string, work: Work) => {
  const studio = await openStudio(folder, `file:${join(folder, 'studio.db')}`, [role], `packs-${step}`);
  const [memory, began] = [memoryCurve(), performance.now()];
  const idle = process.memoryUsage().rss / mega;
  const done = await work(studio, memory.note);
  if (done !== articles) throw new Error(`${done} of ${articles} were done`);
  const seconds = (performance.now() - began) / 1000;
  await studio.payload.destroy();
  return { seconds, idle, peak: memory.peak(), growth: memory.growth() };
};

const steps: Readonly<Record<string, () => Promise<object>>> = {
  seed: async () => {
    const studio = await openStudio(folder, `file:${join(folder, 'studio.db')}`, ['editor'], 'packs-seed');
    await seed(studio);
    await studio.payload.destroy();
    return {};
  },
  take: () => measured('translator', take),
  translate: async () => {
    await translate();
    return {};
  },
  bring: () => measured('publisher', bring),
  stock: () => measured('curator', stock),
};

const said = await steps[step]?.();
process.send?.(said ?? {}, () => process.disconnect());
