import { join } from 'node:path';
import { openCoverageIndex } from '#editorial/translation/coverage/index/coverage-index.ts';
import { coverageOf } from '#editorial/translation/coverage/studio-coverage.ts';
import { bodyOf, completeText } from '../test/support/lexical.ts';
import { makeScratch } from './support/endings.ts';
import { fillTranslations } from './support/made-up-translations.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio, type StudioHere } from './support/studio-here.ts';
import { halfAndMost, timed } from './support/timed.ts';

const count = 50_000;
const firstGoal = 1000;
const againGoal = 100;

const languages = ['vi', 'en', 'fr', 'zh'] as const;
/** Articles that all others are copies of. */
const originals = 24;
const paragraphs = 4;

const post = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

interface Cast {
  readonly topics: readonly string[];
  readonly articles: readonly string[];
}

const textOf = (locale: string, n: number) => ({
  ...completeText(`${locale} ${n}`),
  body: bodyOf(Array.from({ length: paragraphs }, (_, at) => `${locale} ${n}, ${at}: chợ Bến Thành, 1914.`)),
});

const makeCast = async ({ payload, ask: editor }: StudioHere, publisher: Ask): Promise<Cast> => {
  const topics: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    const data = { name: `Topic ${n}` } as never;
    topics.push(String((await payload.create({ collection: 'topics', locale: 'en', data, depth: 0 })).id));
  }
  const articles: string[] = [];
  for (let n = 0; n < originals; n += 1) {
    const first = { ...textOf('vi', n), topics: [topics[n % topics.length]] };
    const { doc } = (await editor('/api/articles?locale=vi', post(first))) as { doc: { id: string } };
    articles.push(doc.id);
    let revision = 1;
    for (const locale of languages.slice(1)) {
      const init = { method: 'PATCH', body: JSON.stringify({ ...textOf(locale, n), revision }) };
      await editor(`/api/articles/${doc.id}?locale=${locale}`, init);
      revision += 1;
    }
    for (const locale of languages) await publisher(`/api/articles/${doc.id}/publish`, post({ locale }));
  }
  return { topics, articles };
};

const figure = (what: string, goal: number, ours: readonly number[], stock: readonly number[]): Figure => {
  const [our95, stock95] = [percentile(ours, 0.95), percentile(stock, 0.95)];
  const ratio = `${(stock95 / our95).toFixed(1)} ×`;
  const texts = { ours: halfAndMost(ours), baseline: halfAndMost(stock) };
  return { what, ratio, ...texts, goal: `p95 < ${goal} ms`, met: our95 < goal };
};

const times = (n: number) => Array.from({ length: n }, (_, at) => at);
const table = '/api/translation/coverage';

/** The nearest that Payload can be asked: a page of drafts, and of each language how many are published and how many have no title. */
const stockScreen =
  (ask: Ask, where = '') =>
  async () => {
    await ask(`/api/articles?depth=0&draft=true&locale=all&limit=50&sort=-updatedAt${where}`);
    for (const locale of languages) {
      await ask(`/api/articles/count?locale=${locale}&where[_status][equals]=published${where}`);
      await ask(`/api/articles/count?locale=${locale}&where[title][exists]=false${where}`);
    }
  };

/** Measures, and says at once what came of it. */
const told = async (what: string, questions: readonly (() => Promise<unknown>)[]): Promise<number[]> => {
  const found = await timed(questions);
  say(`coverage: ${what}: ${halfAndMost(found)}`);
  return found;
};

/** What the screen asks, of a table that is there. */
const askOurs = async ({ payload, ask }: StudioHere, { topics }: Cast) => {
  const screens = (queries: readonly string[]) => queries.map((query) => () => ask(`${table}?${query}`));
  const touch = async (): Promise<void> => {
    const data = { name: `Topic ${Math.random()}` } as never;
    await payload.update({ collection: 'topics', id: topics[0] ?? '', locale: 'en', data });
  };
  const changed: number[] = [];
  for (const _ of times(30)) {
    await touch();
    changed.push(...(await timed(screens(['']))));
  }
  say(`coverage: after a change: ${halfAndMost(changed)}`);
  const filters = topics.flatMap((topic) => [
    `topic=${topic}&state=missing&language=fr`,
    `topic=${topic}&state=outdated,in-translation`,
    `collection=articles&topic=${topic}&sort=zh`,
  ]);
  const words = ['vi 3', 'en 1', 'fr 22', 'zh', '17', 'vi 5 4'].map((q) => `q=${encodeURIComponent(q)}`);
  return {
    changed,
    again: await told('again', screens(times(60).map(() => ''))),
    filtered: await told('filtered', screens(filters)),
    searched: await told('searched', screens(words)),
    titled: await told('by title', screens(['sort=title&locale=vi'])),
    csv: await told('as CSV', [() => ask('/api/translation/coverage.csv')]),
  };
};

/** The nearest that Payload’s own REST can be asked. */
const askStock = async (ask: Ask, { topics }: Cast) => {
  const words = '/api/articles?depth=0&draft=true&locale=vi&limit=50&where[title][contains]=vi%203';
  const screen = [stockScreen(ask), stockScreen(ask)];
  return {
    screen: await told('Payload REST', screen),
    filtered: await told('Payload REST, filtered', [stockScreen(ask, `&where[topics][in]=${topics[0]}`)]),
    searched: await told('Payload REST, searched', [() => ask(words)]),
  };
};

const alone = (what: string, [ms = 0]: readonly number[], goal: number | null): Figure => ({
  ...{ what, ratio: `${ms.toFixed(0)} ms`, ours: `${ms.toFixed(0)} ms`, baseline: '–' },
  goal: goal === null ? '' : `< ${goal} ms`,
  met: goal === null ? null : ms < goal,
});

const measured = async (studio: StudioHere, cast: Cast): Promise<Figure[]> => {
  const ours = await askOurs(studio, cast);
  const stock = await askStock(studio.ask, cast);
  const words = 'words of a title in any language, counts anew, against `contains` in one language';
  return [
    figure('all counts and a page, after a save in between', firstGoal, ours.changed, stock.screen),
    figure('the same when nothing has changed', againGoal, ours.again, stock.screen),
    figure('a filter chosen, counts anew', firstGoal, ours.filtered, stock.filtered),
    figure(words, firstGoal, ours.searched, stock.searched),
    alone('put in order by title for the first time', ours.titled, firstGoal),
    alone('all of it as CSV', ours.csv, null),
  ];
};

/** The index read anew from the database, and again by the next process from its file. */
const opened = async ({ payload }: StudioHere, folder: string): Promise<Figure[]> => {
  const path = join(folder, 'archive/translations.db');
  const began = performance.now();
  const first = openCoverageIndex(payload, path);
  await first.ready();
  const anew = performance.now() - began;
  const rows = first.columns.ids.length;
  first[Symbol.dispose]();
  const again = performance.now();
  using second = openCoverageIndex(payload, path);
  await second.ready();
  const restarted = performance.now() - again;
  const memory = `${Math.round(process.memoryUsage().rss / 1e6)} MB resident, all of Payload in it`;
  const one = { baseline: '–', goal: '', met: null };
  return [
    { what: `the index made anew: ${rows} documents`, ratio: `${(anew / 1000).toFixed(0)} s`, ours: memory, ...one },
    {
      what: 'the index opened again after a restart',
      ratio: `${restarted.toFixed(0)} ms`,
      ours: 'from its file',
      ...one,
    },
  ];
};

/**
 * The few articles that the others are copies of.
 * @NOTE The studio is closed before anything goes below it: another library that opens the file in the same process takes the
 * locks of the first away.
 */
const writeOriginals = async (folder: string, url: string): Promise<Cast> => {
  const studio = await openStudio(folder, url, ['editor'], 'coverage-originals');
  const cast = await makeCast(studio, await studio.person(['publisher']));
  const { client } = studio.payload.db as unknown as { client: { close(): void } };
  await studio.payload.destroy();
  client.close();
  return cast;
};

/** Measures the table of translations over 50,000 articles in four languages against what Payload’s own REST can be asked. */
export const measureCoverage = async (): Promise<Section> => {
  say(`coverage: ${count} articles`);
  await using scratch = await makeScratch('coverage');
  const file = join(scratch.path, 'studio.db');
  const url = `file:${file}`;
  const cast = await writeOriginals(scratch.path, url);
  fillTranslations(file, count, progressOf('articles'));
  const studio = await openStudio(scratch.path, url, ['curator'], 'coverage');
  const figures = await opened(studio, scratch.path);
  for (const { what, ratio, ours } of figures) say(`coverage: ${what}: ${ratio}, ${ours}`);
  await coverageOf(studio.payload).index.ready();
  figures.push(...(await measured(studio, cast)));
  coverageOf(studio.payload).index[Symbol.dispose]();
  await studio.payload.destroy();
  return {
    title: 'The table of translations: 50,000 articles in four languages',
    command: 'npm run bench -- coverage',
    how: 'Twenty-four articles are written and published at the door in four languages; the others are copies of them, put below the studio. A third of them lacks French, half of them Chinese, a fifth a part of English, and one in ten has a ledger. The studio is asked at its door, in one process, on the embedded database.',
    figures,
  };
};
