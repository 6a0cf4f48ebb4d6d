import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { secrecyFaults } from '#editorial/gate/secrecy.ts';
import { buildRecord } from '#editorial/release/build-record.ts';
import { findSecrecy, isHeld } from '#secrecy/find.ts';
import { bodyOf, paragraph, words } from '../test/gate/support/lexical.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { planted, plantedElsewhere, plants } from './support/secrecy/plants.ts';

const languages = ['vi', 'en', 'fr', 'zh', 'zh-Hant'] as const;
type Language = (typeof languages)[number];

const text = z.object({ title: z.string(), paragraphs: z.array(z.string()) });
const article = z.object({ vi: text, en: text, fr: text, zh: text, 'zh-Hant': text });
type Article = z.infer<typeof article>;

/** Most passages of ordinary news, in a hundred, that may be held; and least stamps that must be. */
const goals = { falsely: 0.1, found: 99 };

const corpus = (): Article[] => {
  const file = join(import.meta.dirname, '../../shared/corpora/ntrex.jsonl');
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => article.parse(JSON.parse(line)));
};

const passagesIn = (articles: readonly Article[], language: Language): string[] =>
  articles.flatMap(({ [language]: { title, paragraphs } }) => [title, ...paragraphs]);

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

/** What a search for the bare words would stop. */
const plainly = /mật|tuyệt mật|nội bộ|phổ biến|secret|confidential|confidentiel|restricted|密|内部|內部/iu;

const falseAlarms = (articles: readonly Article[], language: Language): Figure => {
  const all = passagesIn(articles, language);
  const found = all.map(findSecrecy);
  const held = found.filter((finds) => finds.some(isHeld)).length;
  const hinted = found.filter((finds) => finds.length > 0).length - held;
  const naive = all.filter((passage) => plainly.test(passage)).length;
  return {
    what: `ordinary news that is held, ${language}`,
    ours: `${percent(held, all.length)} of ${all.length} passages (${hinted} pointed at without being held)`,
    baseline: percent(naive, all.length),
    ratio: `${held} against ${naive}`,
    goal: `< ${goals.falsely} %`,
    met: (100 * held) / all.length < goals.falsely,
  };
};

/** Each stamp in a line of its own, and in the middle of a paragraph, of every fourth passage. */
const plantedIn = (passages: readonly string[], stamps: readonly string[]) =>
  passages
    .filter((_, at) => at % 4 === 0)
    .map((passage, at) => {
      const stamp = stamps[at % stamps.length] ?? '';
      const middle = passage.indexOf(' ', passage.length / 2);
      return at % 2 === 0 || middle < 0
        ? `${stamp}\n${passage}`
        : `${passage.slice(0, middle)} (${stamp})${passage.slice(middle)}`;
    });

const foundFigure = (what: string, all: readonly string[]): Figure => {
  const found = all.filter((passage) => findSecrecy(passage).some(isHeld)).length;
  const naive = all.filter((passage) => plainly.test(passage)).length;
  return {
    what: `planted stamps that are held, ${what}`,
    ours: `${percent(found, all.length)} of ${all.length}`,
    baseline: percent(naive, all.length),
    ratio: `${(found / Math.max(naive, 1)).toFixed(2)} ×`,
    goal: `≥ ${goals.found} %`,
    met: (100 * found) / all.length >= goals.found,
  };
};

const moment = '2026-01-10T08:00:00.000Z';

/** An article as the database keeps it, in four languages. */
const storedOf = (one: Article, id: number) => {
  const each = <T>(of: (language: 'vi' | 'en' | 'fr' | 'zh') => T) => ({
    vi: of('vi'),
    en: of('en'),
    fr: of('fr'),
    zh: of('zh'),
  });
  const title = each((language) => one[language].title);
  const dates = each(() => moment);
  return {
    ...{
      id: String(id),
      createdAt: moment,
      updatedAt: moment,
      title,
      summary: title,
      slug: each((language) => `${language}-${id}`),
    },
    body: each((language) => bodyOf(...one[language].paragraphs.map((each) => paragraph(words(each))))),
    ...{ firstPublished: dates, lastPublished: dates, source: 'vi' },
  };
};

const locales = ['vi', 'en', 'fr', 'zh'] as const;

/** Milliseconds that something takes for one article, the best of several turns. */
const each = (articles: readonly Article[], work: (one: Article, at: number) => unknown): number => {
  const turns = Array.from({ length: 5 }, () => {
    const began = performance.now();
    articles.forEach(work);
    return (performance.now() - began) / articles.length;
  });
  return Math.min(...turns);
};

const cost = (articles: readonly Article[]): Figure => {
  const build = (one: Article, at: number) =>
    buildRecord('articles', storedOf(one, at), { locales, resolve: () => null, traditional: null });
  const without = each(articles, build);
  const ref = { collection: 'articles', id: '1' } as const;
  const both = each(articles, (one, at) =>
    secrecyFaults({ ref, document: {}, locales, letGo: new Set() }, build(one, at), null, () => []),
  );
  return {
    what: 'an article in four languages, built for release',
    ours: `${both.toFixed(2)} ms with the scan`,
    baseline: `${without.toFixed(2)} ms without`,
    ratio: `${(both / without).toFixed(2)} ×`,
    goal: '',
    met: null,
  };
};

/** `npm run bench -- secrecy`: false alarms on ordinary news, planted stamps that are found, and what the scan costs a release. */
export const measureSecrecy = (): Section => {
  const articles = corpus();
  say(`secrecy: ${articles.length} articles in ${languages.length} languages`);
  const vietnamese = passagesIn(articles, 'vi');
  const written = plants.map(({ name, write }) =>
    foundFigure(`Vietnamese, ${name}`, plantedIn(vietnamese, planted.map(write))),
  );
  const elsewhere = (['en', 'fr', 'zh'] as const).map((language) =>
    foundFigure(language, plantedIn(passagesIn(articles, language), plantedElsewhere[language])),
  );
  return {
    title: 'Scan for words of secrecy',
    command: 'npm run bench -- secrecy',
    how: 'Every title and paragraph of NTREX-128, in which nothing is secret, goes through the scan: what would be held is a false alarm. Then a stamp is put into every fourth passage, in a line of its own or in brackets within the text, and counts as found when the passage is held. The baseline is a search for the bare words, whatever their case and place. The cost is that of the gate’s own step on articles of the same news: building the record, and looking through it.',
    figures: [
      ...languages.map((language) => falseAlarms(articles, language)),
      ...written,
      ...elsewhere,
      cost(articles),
    ],
  };
};
