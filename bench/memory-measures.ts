import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { similarity } from '#translation/memory/similarity.ts';
import { hasCorpus, numbersFrom, readSentences, reworded, type Sentences } from './support/made-up-memory.ts';
import { percentile } from './support/percentile.ts';
import type { Figure, Section } from './support/report.ts';

type Measure = (one: string, other: string, locale: StudioLocale) => number;

/** Edit distance over whatever a text is cut into. */
const edits = (one: readonly string[], other: readonly string[]): number => {
  let row = Array.from({ length: one.length + 1 }, (_, at) => at);
  other.forEach((word, at) => {
    const next = [at + 1];
    one.forEach((mine, place) => {
      next.push(
        Math.min((row[place] ?? 0) + (mine === word ? 0 : 1), (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1),
      );
    });
    row = next;
  });
  return row.at(-1) ?? 0;
};

const byEdits =
  (cut: (text: string) => string[]): Measure =>
  (one, other) => {
    const [mine, theirs] = [cut(one), cut(other)];
    return 1 - edits(mine, theirs) / Math.max(1, mine.length, theirs.length);
  };

const trigrams = (text: string): Set<string> => new Set([...text].map((_, at) => text.slice(at, at + 3)));

const measures: Readonly<Record<string, Measure>> = {
  ours: (one, other, locale) => similarity([{ text: one }], [{ text: other }], locale),
  'characters (Levenshtein)': byEdits((text) => [...text]),
  'words between spaces (Levenshtein)': byEdits((text) => text.split(/\s+/u)),
  'three characters (Dice)': (one, other) => {
    const [mine, theirs] = [trigrams(one), trigrams(other)];
    return (2 * [...mine].filter((three) => theirs.has(three)).length) / Math.max(1, mine.size + theirs.size);
  },
};

const pick = <T>(list: readonly T[], many: number): T[] =>
  list.filter((_, at) => at % Math.max(1, Math.floor(list.length / many)) === 0).slice(0, many);

/** Paragraphs of three sentences of which the last was exchanged: how far the four languages say another percentage. */
const spreads = (sentences: Sentences, measure: Measure): number[] => {
  const starts = pick([...sentences.vi.keys()].slice(0, -4), 150);
  return starts.map((at) => {
    const found = studioLocales.map((locale) => {
      const [a, b, c, d] = sentences[locale].slice(at, at + 4);
      const glue = locale === 'zh' ? '' : ' ';
      return measure([a, b, c].join(glue), [a, b, d].join(glue), locale);
    });
    return Math.max(...found) - Math.min(...found);
  });
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const old: Record<string, string> = { òa: 'oà', óa: 'oá', ọa: 'oạ', ủy: 'uỷ', úy: 'uý', ùy: 'uỳ' };

/** The same words, spelled otherwise: decomposed, with old tone marks, in capitals, with other spaces. */
const respelled = (text: string): string =>
  ` ${text.replace(/[òóọ]a(?!\p{L})|[ủúù]y(?!\p{L})/gu, (pair) => old[pair] ?? pair).replaceAll(' ', '\u00a0')}`
    .toUpperCase()
    .normalize('NFD');

const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

interface Told {
  readonly spread: number;
  readonly spelled: number;
  readonly found: number;
  readonly strangers: number;
  readonly wrongNumber: number;
}

const tell = (sentences: Sentences, measure: Measure): Told => {
  const next = numbersFrom(3);
  const each = studioLocales.flatMap((locale) => pick(sentences[locale], 150).map((text) => ({ locale, text })));
  const long = each.filter(({ text, locale }) => text.length > (locale === 'zh' ? 20 : 60));
  const other = (locale: StudioLocale) => sentences[locale][Math.floor(next() * sentences[locale].length)] ?? '';
  const numbered = each.filter(({ text }) => /\d/.test(text));
  const renumbered = (text: string) => text.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`);
  return {
    spread: mean(spreads(sentences, measure)),
    spelled: share(each.map(({ text, locale }) => measure(text, respelled(text), locale) >= 0.985)),
    found: share(
      long.map(({ text, locale }) => measure(text, reworded(text, locale, 0.1, sentences, next), locale) >= 0.7),
    ),
    strangers: percentile(
      each.map(({ text, locale }) => measure(text, other(locale), locale)),
      0.99,
    ),
    wrongNumber: share(numbered.map(({ text, locale }) => measure(text, renumbered(text), locale) <= 0.985)),
  };
};

/** What is told of each measure, and whether less of it is better. */
const criteria: Readonly<Record<keyof Told, readonly [what: string, less: boolean]>> = {
  spread: [
    'how far the percentage differs from language to language, where one sentence of three was exchanged (less is better)',
    true,
  ],
  spelled: [
    'the same words spelled otherwise (NFD, older tone marks, capitals, other spaces) that are still 99 % (more is better)',
    false,
  ],
  wrongNumber: ['texts with one wrong digit that are not (more is better)', false],
  found: ['texts of which a tenth was rewritten that are 70 % or more (more is better)', false],
  strangers: ['99th percentile of texts that have nothing to do with each other (less is better)', true],
};

const figureOf = (name: keyof Told, told: Readonly<Record<string, Told>>): Figure => {
  const [what, less] = criteria[name];
  const { ours, ...others } = told;
  const values = Object.values(others).map((other) => other[name]);
  const best = less ? Math.min(...values) : Math.max(...values);
  return {
    what,
    ratio: `${percent(ours?.[name] ?? 0)} against ${percent(best)} of the best other`,
    ours: percent(ours?.[name] ?? 0),
    baseline: Object.entries(others)
      .map(([other, one]) => `${other} ${percent(one[name])}`)
      .join(', '),
    goal: '',
    met: null,
  };
};

/** Compares measures of likeness on real translations and on edits that are made up. */
export const compareMeasures = (): Section => {
  const sentences = readSentences();
  const told = Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, tell(sentences, measure)]));
  const figures = (Object.keys(criteria) as (keyof Told)[]).map((name) => figureOf(name, told));
  return {
    title: 'How alike two segments are: four measures',
    command: 'npm run bench -- memory',
    how: `On ${hasCorpus ? 'NTREX-128 in Vietnamese, English, French and Chinese' : 'made-up words (the corpus is not there, so the figures tell little)'}; the edits are made up.`,
    figures,
  };
};
