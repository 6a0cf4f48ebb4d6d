import { type LegacyReading, legacyReadingsOf } from './legacy.ts';
import { type Place, placeOf } from './place.ts';
import { type Stamp, stamps } from './stamps.ts';
import { type View, viewOf } from './view.ts';

/**
 * How sure a find is. `sure`: it stands as a stamp stands; `likely`: it can hardly be anything else; `hint`: text that tells of
 * secrecy and may be a story.
 */
export const certainties = ['sure', 'likely', 'hint'] as const;
export type Certainty = (typeof certainties)[number];

/** Words of secrecy in a text. */
export interface Find {
  /** Which stamp, whatever the way of writing it (`stamps.ts`). */
  readonly code: string;
  readonly certainty: Certainty;
  /** Place in the text, in UTF-16 code units: from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  /** As they stand there. */
  readonly words: string;
  /** `spaced`: letters apart; `unmarked`: without marks; or the encoding in which it was read. */
  readonly reading: 'plain' | 'spaced' | 'unmarked' | LegacyReading;
}

const between = '[\\s._\\-–·*+/]';
const escaped = (letter: string) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const withoutMarks = (words: string) => viewOf(words).bare;

/** Words as they are, which may touch each other as in names of files; or with something between all of their letters. */
const patternOf = (words: string): string => {
  const joined = (within: string, beside: string) =>
    words
      .split(' ')
      .map((each) => Array.from(each, escaped).join(within))
      .join(beside);
  return `${joined('', `${between}{0,5}`)}|${joined(`${between}{1,2}`, `${between}{1,5}`)}`;
};

/** Finds any of some words. `mayHave` is true wherever `each` finds something, and much faster where nothing is to be found. */
interface Search {
  readonly mayHave: RegExp;
  readonly each: RegExp;
}

const searchFor = (all: readonly string[], isWord: boolean): Search => {
  const any = all.map(patternOf).join('|');
  return { mayHave: new RegExp(any), each: new RegExp(isWord ? `(?<!\\p{L})(?:${any})(?!\\p{L})` : any, 'gu') };
};

const isChinese = ({ words }: Stamp) => /\p{Script=Han}/u.test(words);
const latin = stamps.filter((stamp) => !isChinese(stamp));
const bare = latin.filter((stamp) => stamp.bare);
const compact = (text: string): string => text.replace(/[\s._\-–·*+/]/gu, '');
const byWords = new Map(stamps.map((stamp) => [compact(stamp.words), stamp]));
const byBare = new Map(bare.map((stamp) => [compact(withoutMarks(stamp.words)), stamp]));

const markedSearch = searchFor(
  latin.map(({ words }) => words),
  true,
);
const bareSearch = searchFor(
  bare.map(({ words }) => withoutMarks(words)),
  true,
);
const chineseSearch = searchFor(
  stamps.filter(isChinese).map(({ words }) => words),
  false,
);

/** Whether letters stand apart throughout (`M Ậ T`), nowhere within a word, or now and then, which is chance. */
const spacingOf = (found: string, { words }: Stamp): 'plain' | 'spaced' | null => {
  const gaps = found.match(/[\s._\-–·*+/]+/gu)?.length ?? 0;
  if (gaps < words.split(' ').length) return 'plain';
  return gaps === compact(words).length - 1 ? 'spaced' : null;
};

/** What words mean where they stand; null: nothing. */
function weigh(stamp: Stamp, place: Place): Certainty | null {
  const asStamp = place.alone || place.labelled;
  if (isChinese(stamp)) return weighChinese(stamp, place);
  const capitals = place.capitals || place.labelled;
  if (stamp.stands === 'anywhere') return capitals || asStamp ? 'sure' : 'likely';
  if (stamp.stands === 'stamp') {
    if (capitals) return place.amongCapitals && !asStamp ? 'likely' : 'sure';
    return place.alone || place.partlyCapitals ? 'likely' : 'hint';
  }
  if (!capitals) return null;
  if (asStamp) return 'sure';
  return place.amongCapitals ? null : 'likely';
}

/** There are no capitals: a stamp stands by itself, or has a star behind it. */
function weighChinese({ stands }: Stamp, { alone, labelled }: Place): Certainty | null {
  if (labelled || (alone && stands !== 'alone')) return 'sure';
  if (stands === 'anywhere' || alone) return 'likely';
  return stands === 'stamp' ? 'hint' : null;
}

interface Searched {
  readonly text: string;
  readonly view: View;
  /** Place in the source of a range of the view. */
  readonly source: (from: number, to: number) => readonly [number, number];
  readonly reading: LegacyReading | null;
}

function* findIn({ text, view, source, reading }: Searched): Generator<Find> {
  const searches = [
    [markedSearch, view.marked, byWords],
    [chineseSearch, view.marked, byWords],
    [bareSearch, view.bare, byBare],
  ] as const;
  for (const [search, searched, table] of searches) {
    if (!search.mayHave.test(searched)) continue;
    for (const { 0: found, index } of searched.matchAll(search.each)) {
      const stamp = table.get(compact(found));
      const spacing = stamp ? spacingOf(found, stamp) : null;
      if (!stamp || !spacing) continue;
      const unmarked = table === byBare;
      // Other words that are the same without marks: only what was written without any counts
      if (unmarked && view.marked.slice(index, index + found.length) !== found) continue;
      const [start, end] = source(index, index + found.length);
      const certainty = weigh(stamp, placeOf(text, start, end, reading !== null));
      if (!certainty) continue;
      const how = reading ?? (unmarked ? 'unmarked' : spacing);
      yield { code: stamp.code, certainty, start, end, words: text.slice(start, end), reading: how };
    }
  }
}

const plainly = (text: string): Searched => {
  const view = viewOf(text);
  return { text, view, source: (from, to) => [view.from[from] ?? 0, view.to[to - 1] ?? text.length], reading: null };
};

const legacy = (text: string): Searched[] =>
  legacyReadingsOf(text).map((read) => {
    const view = viewOf(read.text);
    const source = (from: number, to: number): readonly [number, number] => [
      read.from[view.from[from] ?? 0] ?? 0,
      read.to[(view.to[to - 1] ?? 1) - 1] ?? text.length,
    ];
    return { text, view, source, reading: read.form };
  });

const rank = ({ certainty }: Find) => certainties.indexOf(certainty);

/**
 * Stamps and words of secrecy in a text, each place once, in order: as they are written, in any composition, with letters apart,
 * without marks where that is safe, and in encodings that somebody misread as Latin-1.
 */
export function findSecrecy(text: string): Find[] {
  const kept: Find[] = [];
  const taken = new Uint8Array(text.length);
  const all = [plainly(text), ...legacy(text)].flatMap((searched) => [...findIn(searched)]);
  for (const find of all.toSorted((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start)))
    if (!taken.subarray(find.start, find.end).includes(1)) {
      taken.fill(1, find.start, find.end);
      kept.push(find);
    }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Whether it keeps something in until an officer has looked at it. */
export const isHeld = ({ certainty }: Pick<Find, 'certainty'>): boolean => certainty !== 'hint';
