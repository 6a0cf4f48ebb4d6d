import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '../content.ts';
import { hashOf } from './hash.ts';
import type { Near } from './language-index.ts';
import type { MemoryParts, SeesSeal } from './parts.ts';
import { type Compared, comparedOf, lift, percentOf, similarityOf } from './similarity.ts';
import { comparedWords } from './tokens.ts';
import { isSameContext, type MemoryUnit, neighboursOf, placeOf, type Surroundings } from './unit.ts';

/** What memory is asked for beside a segment. */
export interface Suggested {
  readonly content: Content;
  readonly from: StudioLocale;
  readonly to: StudioLocale;
  readonly around?: Surroundings;
  readonly sees: SeesSeal;
  /** Lowest similarity, 0.7 unless told. */
  readonly least?: number;
  /** Longest answer, 10 unless told. */
  readonly most?: number;
}

export interface Suggestion {
  readonly unit: MemoryUnit;
  /** 101 the same at the same place or between the same neighbours, 100 the same, below that how much is. */
  readonly percent: number;
  readonly source: Content;
  readonly target: Content;
}

/** Below that a suggestion is more work than none. */
const leastUseful = 0.7;
const usual = 10;
/** Texts that are read and compared in full: by their words alone they are the closest. */
const mostRead = 40;
/** Sums of shares do not come out even. */
const slip = 1e-9;

interface Candidate {
  readonly near: Near;
  readonly isSame: boolean;
  readonly isHere: boolean;
  readonly at: number;
}

/** The likeliest first: what nothing distinguishes, then what is at home here, then by closeness, then the newest. */
const byPromise = (one: Candidate, other: Candidate): number =>
  Number(other.isSame) - Number(one.isSame) ||
  Number(other.isHere) - Number(one.isHere) ||
  other.near.closeness - one.near.closeness ||
  other.at - one.at ||
  one.near.spelling - other.near.spelling;

/** Of those with the same text in both languages, the first. */
const eachOnce = (candidates: readonly Candidate[], targetOf: (unit: number) => number): Candidate[] => {
  const known = new Set<string>();
  return candidates.filter(({ near }) => {
    const key = `${near.spelling} ${targetOf(near.unit)}`;
    return !known.has(key) && known.add(key);
  });
};

const candidatesFor = (parts: MemoryParts, asked: Suggested, spelling: string, least: number): Candidate[] => {
  const { from, to, content, around = {}, sees } = asked;
  const [theirs, ours] = [parts.languages[from], parts.languages[to]];
  const seen = parts.seen(sees);
  const [hash, neighbours, place] = [hashOf(spelling), neighboursOf(around), placeOf(around)];
  const [beside, here] = [neighbours === null ? -1 : hashOf(neighbours), place === null ? -1 : hashOf(place)];
  // The words of a Chinese text can lift what its characters say
  const needed = from === 'zh' ? least - lift : least;
  const near = theirs.near(comparedWords(plainText(content)), needed, (unit) => seen(unit) && ours.has(unit));
  const candidates = near.map((one) => ({
    near: one,
    isSame: one.spelling === hash,
    isHere: one.neighbours === beside || one.place === here,
    at: parts.at(one.unit),
  }));
  return eachOnce(candidates.sort(byPromise), ours.spelling).slice(0, mostRead);
};

interface Scored extends Suggestion {
  /** 0 to 1, and 1.01 for the same in the same context. */
  readonly score: number;
  readonly isHere: boolean;
}

/** The best first; of those the ones at home here, then the newest, and by id where even that is the same. */
const byScore = (one: Scored, other: Scored): number =>
  other.score - one.score ||
  Number(other.isHere) - Number(one.isHere) ||
  other.unit.at.localeCompare(one.unit.at) ||
  (one.unit.id < other.unit.id ? -1 : 1);

const scoreOf = (unit: MemoryUnit, mine: Compared, asked: Suggested): Scored | null => {
  const [source, target] = [unit.texts[asked.from], unit.texts[asked.to]];
  if (!source || !target) return null;
  const alike = similarityOf(mine, comparedOf(source.content, asked.from));
  const isHere = isSameContext({ ...source, document: unit.document }, asked.around ?? {});
  const score = alike === 1 && isHere ? 1.01 : alike;
  return { unit, percent: percentOf(score), source: source.content, target: target.content, score, isHere };
};

/** What memory has for a segment. Only texts whose words, in Chinese characters, are among the closest are compared in full. */
export const suggest = (parts: MemoryParts, asked: Suggested): Suggestion[] => {
  const { least = leastUseful, most = usual } = asked;
  const mine = comparedOf(asked.content, asked.from);
  const scored = candidatesFor(parts, asked, mine.spelling, least).flatMap(({ near }) => {
    const unit = parts.read(near.unit);
    return (unit && scoreOf(unit, mine, asked)) ?? [];
  });
  return scored
    .filter(({ score }) => score >= least - slip)
    .sort(byScore)
    .slice(0, most)
    .map(({ unit, percent, source, target }) => ({ unit, percent, source, target }));
};
