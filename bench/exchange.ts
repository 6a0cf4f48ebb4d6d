import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SaxesParser } from 'saxes';
import type { Content } from '#translation/content.ts';
import type { ExchangeDocument, ExchangeUnit } from '#translation/exchange/document.ts';
import { readXliff } from '#translation/exchange/xliff/read-xliff.ts';
import { writeXliff2 } from '#translation/exchange/xliff/write-xliff-2.ts';
import { type MemoryCurve, memoryCurve } from './support/memory-curve.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

const articles = 1000;
const segments = 40;
/** Megabytes that the process may have at its peak. */
const goal = 300;
const mega = 1024 * 1024;

const words = 'chợ Bến Thành mở cửa từ sáu giờ sáng đến nửa đêm, du khách và người dân thành phố đều ghé qua'.split(
  ' ',
);
const sentence = (seed: number): string =>
  Array.from({ length: 30 }, (_, index) => words[(seed * 31 + index * 7) % words.length]).join(' ');

/** Two sentences, the second of them bold within a link. */
const content = (seed: number): Content => [
  ...[
    { text: `${sentence(seed)}. ` },
    { code: 'open', id: '1', kind: 'link', address: 'https://example.org/' } as const,
  ],
  ...[
    { code: 'open', id: '2', kind: 'bold' } as const,
    { text: sentence(seed + 1) },
    { code: 'close', id: '2' } as const,
  ],
  ...[{ code: 'close', id: '1' } as const, { text: '.' }],
];

const unit = (article: number, index: number): ExchangeUnit => ({
  ...{ id: `u${index}`, path: `body/${index}`, role: 'paragraph', fingerprint: `${article}-${index}`, notes: [] },
  ...{ source: content(article + index), target: content(article + index + 3), state: 'translated' },
});

const languages = { sourceLocale: 'vi', targetLocale: 'fr' } as const;

function* documents(after: (count: number) => void): Generator<ExchangeDocument, void> {
  for (let article = 0; article < articles; article += 1) {
    const units = Array.from({ length: segments }, (_, index) => unit(article, index));
    const names = { collection: 'articles', documentId: String(article), title: sentence(article), sourceRevision: 1 };
    yield { ...names, ...languages, units };
    after(article);
  }
}

const timed = async (act: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
};

const figure = (what: string, seconds: number, plain: number | null, memory: MemoryCurve): Figure => ({
  what,
  ours: `${seconds.toFixed(1)} s, ${memory.peak().toFixed(0)} MB at the peak`,
  baseline: plain === null ? '–' : `${plain.toFixed(1)} s`,
  ratio: `${(memory.peak() / goal).toFixed(2)} × the memory allowed, ${memory.growth().toFixed(2)} × alive from the second fifth to the last${plain === null ? '' : `, ${(seconds / plain).toFixed(2)} × the time of the bare parser`}`,
  goal: `< ${goal} MB, flat`,
  met: memory.peak() < goal && memory.growth() < 1.2,
});

/** What is left where nothing is done with what is read. */
const parseBarely = async (file: string): Promise<void> => {
  const parser = new SaxesParser({ xmlns: true });
  let tags = 0;
  parser.on('opentag', () => {
    tags += 1;
  });
  for await (const text of createReadStream(file, { encoding: 'utf8' })) parser.write(text as string);
  parser.close();
  if (tags < articles * segments) throw new Error('the file is not whole');
};

const readAll = async (file: string, note: () => void): Promise<void> => {
  let units = 0;
  for await (const document of readXliff(createReadStream(file))) {
    if (document.problems.length > 0) throw new Error('a document came back with problems');
    units += document.units.length;
    note();
  }
  if (units !== articles * segments) throw new Error('units are missing');
};

/** `npm run bench -- exchange`: a thousand articles go out as XLIFF 2.1 and come back. */
export const measureExchange = async (): Promise<Section> => {
  say(`exchange: ${articles} articles of ${segments} segments`);
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-exchange-'));
  try {
    const file = join(folder, 'all.xlf');
    const [out, back] = [memoryCurve(), memoryCurve()];
    const written = await timed(() =>
      pipeline(Readable.from(writeXliff2(languages, documents(out.note))), createWriteStream(file)),
    );
    const read = await timed(() => readAll(file, back.note));
    const plain = await timed(() => parseBarely(file));
    const { size } = await stat(file);
    return {
      title: `XLIFF of ${articles.toLocaleString('en')} articles with ${segments} segments each`,
      command: 'npm run bench -- exchange',
      how: `Articles are made up, each segment with a link and a bold passage; the file has ${(size / mega).toFixed(0)} MB. Written to a disk and read from it, a document at a time, in a process of its own; no database is in it. Flat is what is alive: the lowest heap of the last fifth of the run against that of the second. The baseline reads the same file with the bare XML parser (saxes) and does nothing with it.`,
      figures: [figure('written', written, null, out), figure('read and checked', read, plain, back)],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
