import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '#translation/content.ts';
import { gravityOf } from '#translation/drift/gravity.ts';
import { wordDiff } from '#translation/drift/words.ts';
import type { ExchangeProblem } from '#translation/exchange/problem.ts';
import type { TermIndex } from '#translation/terms/term-index.ts';
import { speak } from '../../words/speak.ts';
import type { Held } from '../acts/opened.ts';
import { findingsOf, type Languages, languagesOf } from '../findings.ts';
import { withoutLinks } from '../telling/hidden-links.ts';
import type { Met } from './meet.ts';
import type { DocumentPlan } from './plan-document.ts';
import { choosableKinds, cleanKinds, type SegmentKind, segmentKinds } from './segment-kinds.ts';
import { titleOf } from './sent-document.ts';

/** A problem of a file with its words. */
export const tellProblem = (language: StudioLocale, found: ExchangeProblem) => {
  const { code, line, column, unit, about, file } = found;
  const detail = speak(language, 'exchange', `problem.${code}`, { about: about ?? '' });
  return { code, line, column, unit, file: file ?? null, detail };
};

/** How many segments there are of each kind. */
export const countKinds = (segments: readonly Pick<Met, 'kind'>[]): Record<SegmentKind, number> =>
  Object.fromEntries(segmentKinds.map((kind) => [kind, segments.filter((met) => met.kind === kind).length])) as Record<
    SegmentKind,
    number
  >;

interface Telling {
  readonly language: StudioLocale;
  readonly held: Held;
  readonly languages: Languages;
  readonly hidden: ReadonlySet<string>;
}

/** Words that one text has and the other has not; nothing where one of them is not known. */
const marked = (from: Content | null, to: Content | null, { held }: Telling) =>
  from && to ? wordDiff(plainText(from), plainText(to), held.place.locale) : null;

const driftOf = ({ line, unit, isStale }: Met, { held }: Telling) => {
  if (!line?.source || !isStale) return null;
  const [was, now] = [unit.sourceAsSent, line.source.content];
  const locale = held.document.source;
  return { gravity: gravityOf(was, now, locale), words: wordDiff(plainText(was), plainText(now), locale) };
};

/** What checks would find, were it taken. */
const findingsFor = ({ line, theirs, kind }: Met, { languages }: Telling) => {
  if (!line?.source || !theirs || !choosableKinds.includes(kind)) return [];
  const target = { ...line.source, content: theirs };
  return findingsOf({ ...line, target }, languages).map(({ says, values, severity }) => ({ says, values, severity }));
};

const tellSegment = (met: Met, telling: Telling) => {
  const { unit, line, kind, ours, theirs, base, problems } = met;
  return {
    ...{ segment: unit.id, kind, role: line?.source?.role ?? unit.role },
    ...{ file: unit.file ?? null, line: unit.at.line, column: unit.at.column },
    isLeftOut: line?.state === 'left-out',
    // What the source was is shown; what it is, comes from the store alone
    source: line?.source ? withoutLinks(line.source.content, telling.hidden) : null,
    was: kind === 'gone' ? unit.sourceAsSent : null,
    ...{ ours, theirs, base },
    oursWords: marked(base, ours, telling),
    theirsWords: marked(base ?? ours, theirs, telling),
    drift: driftOf(met, telling),
    problems: problems.map((one) => tellProblem(telling.language, one)),
    findings: findingsFor(met, telling),
  };
};

/** A plan as people look at it before anything is written. */
export const tellPlan = (
  { held, segments, problems, missing, hidden, seen }: DocumentPlan,
  language: StudioLocale,
  names: TermIndex,
) => {
  const { place, document, sheet } = held;
  const languages = languagesOf(sheet.lines, [document.source, place.locale], names);
  const telling: Telling = { language, held, languages, hidden };
  return {
    ...{ collection: place.collection, id: place.id, locale: place.locale, source: document.source },
    ...{ title: titleOf(held), seen, missing, counts: countKinds(segments) },
    clean: segments.filter(({ kind }) => cleanKinds.includes(kind)).length,
    problems: problems.map((one) => tellProblem(language, one)),
    segments: segments.filter(({ kind }) => kind !== 'same').map((met) => tellSegment(met, telling)),
  };
};
