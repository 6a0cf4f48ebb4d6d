import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openTextIndex } from '#editorial/translation/terms/uses/text-index.ts';
import { castLanguages } from './support/coverage-cast.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import type { Ask, StudioHere } from './support/studio-here.ts';
import { halfAndMost, timed } from './support/timed.ts';

const mega = 1e6;
/** Milliseconds in which a keeper who opens an entry is to see where its old name stands. */
const goal = 1000;

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

/** The index made of all texts, and how much of the process it takes. */
const make = async ({ payload }: StudioHere, folder: string): Promise<Figure[]> => {
  const path = join(folder, 'archive/texts.db');
  const before = process.memoryUsage().rss;
  const began = performance.now();
  let documents = 0;
  {
    using first = openTextIndex(payload, path, ({ total }) => {
      documents = total;
    });
    await first.ready();
  }
  const seconds = (performance.now() - began) / 1000;
  const grown = (process.memoryUsage().rss - before) / mega;
  const again = performance.now();
  using opened = openTextIndex(payload, path);
  await opened.ready();
  const restart = performance.now() - again;
  const { size } = await stat(path);
  const one = { baseline: '–', goal: '', met: null };
  return [
    {
      what: `the index of all texts made anew: ${documents.toLocaleString('en')} documents`,
      ratio: `${seconds.toFixed(0)} s`,
      ours: `${(size / mega).toFixed(0)} MB on disk, ${grown.toFixed(0)} MB more resident afterwards`,
      ...one,
    },
    { what: '… opened again after a restart', ratio: `${restart.toFixed(0)} ms`, ours: 'from its file', ...one },
  ];
};

/** An entry whose Vietnamese form is an old one, kept by somebody who may. */
const enter = async (keeper: Ask, term: string): Promise<string> => {
  const form = (locale: string, words: string, status: string) => ({ locale, term: words, status, stops: false });
  const forms = [form('vi', term, 'obsolete'), form('vi', `${term} (mới)`, 'approved')];
  const body = JSON.stringify({ kind: 'term', forms });
  const { doc } = (await keeper('/api/concepts', { method: 'POST', body })) as { doc: { id: string } };
  return doc.id;
};

/** The nearest that Payload can be asked: titles and summaries in each language; it cannot look into texts. */
const stockSearch = (ask: Ask, term: string) => async () => {
  for (const locale of castLanguages) {
    const words = encodeURIComponent(term);
    const either = `where[or][0][title][contains]=${words}&where[or][1][summary][contains]=${words}`;
    await ask(`/api/articles?depth=0&draft=true&locale=${locale}&limit=50&${either}`);
  }
};

/** What only one article is called. */
const rareName = async ({ payload }: StudioHere): Promise<string> => {
  const { docs } = await payload.find({ collection: 'articles', locale: 'vi', depth: 0, limit: 1, page: 777 });
  return String(docs[0]?.title);
};

const asked = async (studio: StudioHere, keeper: Ask): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [what, term] of [
    ['a changed name that one text of 50,000 has', await rareName(studio)],
    ['one that 2,000 texts have', 'vi 5'],
  ] as const) {
    const id = await enter(keeper, term);
    const path = `/api/concepts/${id}/uses`;
    const { uses } = (await keeper(path)) as { uses: unknown[] };
    const ours = await timed(times(uses.length > 100 ? 5 : 20, () => () => keeper(path)));
    const stock = await timed(times(2, () => stockSearch(studio.ask, term)));
    const [most, stockMost] = [percentile(ours, 0.95), percentile(stock, 0.95)];
    say(`names: ${what}: ${uses.length} places, ${halfAndMost(ours)}`);
    const isRare = uses.length < 100;
    figures.push({
      what: `${what}: every place where it stands (${uses.length})`,
      ratio: `${(stockMost / most).toFixed(1)} ×`,
      ours: halfAndMost(ours),
      baseline: halfAndMost(stock),
      goal: isRare ? `p95 < ${goal} ms` : '',
      met: isRare ? most < goal : null,
    });
  }
  return figures;
};

/** Where old names stand, in a studio that is full. */
export const measureNameUses = async (studio: StudioHere, folder: string): Promise<Section> => {
  say('names: the index of texts');
  const figures = await make(studio, folder);
  for (const { what, ratio, ours } of figures) say(`names: ${what}: ${ratio}, ${ours}`);
  const keeper = await studio.person(['terminologist']);
  figures.push(...(await asked(studio, keeper)));
  return {
    title: 'Where old names stand: 50,000 articles in four languages',
    command: 'npm run bench -- coverage',
    how: 'The same articles, each of six segments in a language. A keeper asks for the places of an entry whose name has become an old one; the index says where to look, and what is told is read in the documents, drafts and published texts, as they stand. The baseline asks Payload’s REST for the words in titles and summaries, language by language, and reads no text.',
    figures,
  };
};
