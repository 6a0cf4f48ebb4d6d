import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Concept, TermForm } from '#translation/terms/concept.ts';
import { findTerms } from '#translation/terms/find-terms.ts';
import { termFindings } from '#translation/terms/term-findings.ts';
import { buildTermIndex } from '#translation/terms/term-index.ts';
import { randomFrom } from './support/checks/random.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Section } from './support/report.ts';

const concepts = 20_000;
const segments = 300;
const turns = 24;
const day = '2026-11-27';
/** Milliseconds in which the names of a long article are to be found. */
const goal = 25;

const syllables = ['bến', 'thành', 'chợ', 'phố', 'đường', 'quận', 'sông', 'cầu', 'nhà', 'hội', 'trường', 'lê', 'lợi'];
const letters = 'abcdefghiklmnopqrstuvxyăâđêôơư';

/** Whole numbers below another that look random and are the same in every run. */
const openChance = () => {
  const random = randomFrom(42);
  return (below: number): number => Math.floor(random() * below);
};

type Chance = ReturnType<typeof openChance>;

/** As many words as somebody writes with, made once. */
const vocabulary: string[] = [];

const wordOf = (chance: Chance): string => {
  while (vocabulary.length < 8000)
    vocabulary.push(Array.from({ length: 2 + chance(5) }, () => letters[chance(letters.length)]).join(''));
  const known = chance(8) === 0 ? syllables : vocabulary;
  return known[chance(known.length)] ?? '';
};

const latin = (chance: Chance, words: number): string => {
  const text = Array.from({ length: words }, () => wordOf(chance)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const han = (chance: Chance, characters: number): string =>
  Array.from({ length: characters }, () => String.fromCodePoint(0x4e00 + chance(3000))).join('');

const nameIn = (chance: Chance, locale: StudioLocale): string =>
  locale === 'zh' ? han(chance, 3 + chance(4)) : latin(chance, 2 + chance(3));

const conceptOf = (chance: Chance, id: number): Concept => ({
  id: String(id),
  kind: 'place',
  forms: studioLocales.flatMap((locale): TermForm[] => [
    { locale, term: nameIn(chance, locale), status: 'approved', stops: false },
    { locale, term: nameIn(chance, locale), status: 'forbidden', stops: true },
  ]),
});

/** A paragraph of a hundred words with two names of the registry in it. */
const paragraphOf = (chance: Chance, all: readonly Concept[], locale: StudioLocale): string => {
  const filler = () => (locale === 'zh' ? han(chance, 60) : latin(chance, 45));
  const name = () => {
    const forms = all[chance(all.length)]?.forms.filter((form) => form.locale === locale) ?? [];
    return forms[chance(forms.length)]?.term ?? '';
  };
  return `${filler()} ${name()}, ${filler()} ${name()}.`;
};

/** What a program does that holds a list and looks for each name in each text. */
const plainly = (terms: readonly string[], texts: readonly string[]): number =>
  texts.reduce((count, text) => count + terms.filter((term) => text.includes(term)).length, 0);

const timesOf = (count: number, work: (turn: number) => void): number[] =>
  Array.from({ length: count }, (_, turn) => {
    const began = performance.now();
    work(turn);
    return performance.now() - began;
  });

/** `npm run bench -- terms`: the names in an article of 300 segments, among 20,000 concepts. */
export const measureTerms = (): Section => {
  say(`terms: ${concepts} concepts`);
  const chance = openChance();
  const all = Array.from({ length: concepts }, (_, id) => conceptOf(chance, id));
  const texts = (locale: StudioLocale) => Array.from({ length: segments }, () => paragraphOf(chance, all, locale));
  const articles = Object.fromEntries(studioLocales.map((locale) => [locale, texts(locale)] as const));
  const [making] = timesOf(1, () => {
    const index = buildTermIndex(all);
    for (const locale of studioLocales) index.forms(locale);
  });
  const index = buildTermIndex(all);
  const localeOf = (turn: number): StudioLocale => studioLocales[turn % studioLocales.length] ?? 'vi';
  const find = (turn: number) => {
    const locale = localeOf(turn);
    for (const text of articles[locale] ?? []) findTerms(index, text, locale, day);
  };
  const check = (turn: number) => {
    const locale = localeOf(turn);
    const sources = articles.vi ?? [];
    for (const [at, text] of (articles[locale] ?? []).entries())
      termFindings(index, {
        source: { text: sources[at] ?? '', locale: 'vi' },
        target: { text, locale },
        day,
      });
  };
  timesOf(8, find);
  const found = timesOf(turns, find);
  const checked = timesOf(turns, check);
  const terms = all.flatMap(({ forms }) => forms.filter(({ locale }) => locale === 'vi').map(({ term }) => term));
  const plain = percentile(
    timesOf(1, () => plainly(terms, articles.vi ?? [])),
    0.5,
  );
  const row = (what: string, times: readonly number[]) => {
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    return {
      what,
      ours: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      baseline: `${plain.toFixed(0)} ms`,
      ratio: `${(plain / p50).toFixed(0)} × the baseline`,
      goal: `< ${goal} ms`,
      met: p95 < goal,
    };
  };
  return {
    title: `Official names among ${concepts.toLocaleString('en')} concepts`,
    command: 'npm run bench -- terms',
    how: `${segments} paragraphs of some hundred words in each of four languages, eight forms to a concept, no two alike by more than chance; the baseline looks for each form of one language in each text and knows neither words nor plurals. Holding a translation against its source reads both. Making the index of all four languages: ${(making ?? 0).toFixed(0)} ms.`,
    figures: [row('names of an article found', found), row('names of a translation held against its source', checked)],
  };
};
