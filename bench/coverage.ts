import { join } from 'node:path';
import { openCoverageIndex } from '#editorial/translation/coverage/index/coverage-index.ts';
import { coverageOf } from '#editorial/translation/coverage/studio-coverage.ts';
import { measureNameUses } from './name-uses.ts';
import { type CoverageCast, castLanguages, isCoverageCast } from './support/coverage-cast.ts';
import { makeScratch } from './support/endings.ts';
import { launch } from './support/launch.ts';
import { fillTranslations } from './support/made-up-translations.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio, type StudioHere } from './support/studio-here.ts';
import { halfAndMost, timed } from './support/timed.ts';

const count = 50_000;
const firstGoal = 1000;
const againGoal = 100;

const figure = (what: string, goal: number, ours: readonly number[], stock: readonly number[]): Figure => {
  const [our95, stock95] = [percentile(ours, 0.95), percentile(stock, 0.95)];
  const ratio = `${(stock95 / our95).toFixed(1)} ×`;
  const texts = { ours: halfAndMost(ours), baseline: halfAndMost(stock) };
  return { what, ratio, ...texts, goal: `p95 < ${goal} ms`, met: our95 < goal };
};

const times = (n: number) => Array.from({ length: n }, (_, at) => at);
const address = '/api/translation/coverage';

/** The nearest that Payload can be asked: a page of drafts, and of each language how many are published and how many have no title. */
const stockScreen =
  (ask: Ask, where = '') =>
  async () => {
    await ask(`/api/articles?depth=0&draft=true&locale=all&limit=50&sort=-updatedAt${where}`);
    for (const locale of castLanguages) {
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
const askOurs = async ({ payload, ask }: StudioHere, { topics }: CoverageCast) => {
  const screens = (queries: readonly string[]) => queries.map((query) => () => ask(`${address}?${query}`));
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
const askStock = async (ask: Ask, { topics }: CoverageCast) => {
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

const measured = async (studio: StudioHere, cast: CoverageCast): Promise<Figure[]> => {
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

/** The few articles that the others are copies of, written and published by a process that is gone when this is done. */
const writeOriginals = async (folder: string, url: string): Promise<CoverageCast> => {
  await using node = await launch('./coverage-originals-node.ts', [folder, url], isCoverageCast);
  return node.message;
};

/** Measures the table of translations, and where old names stand, over 50,000 articles in four languages against what Payload’s own REST can be asked. */
export const measureCoverage = async (): Promise<Section[]> => {
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
  const names = await measureNameUses(studio, scratch.path);
  await studio.payload.destroy();
  const table: Section = {
    title: 'The table of translations: 50,000 articles in four languages',
    command: 'npm run bench -- coverage',
    how: 'Twenty-four articles are written and published at the door in four languages; the others are copies of them, put below the studio. A third of them lacks French, half of them Chinese, a fifth a part of English, and one in ten has a ledger. The studio is asked at its door, in one process, on the embedded database.',
    figures,
  };
  return [table, names];
};
