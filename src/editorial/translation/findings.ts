import type { StudioLocale } from '#languages/locales.ts';
import type { Finding } from '#translation/checks/check.ts';
import { findingKey } from '#translation/checks/finding-key.ts';
import { toneStyleOf } from '#translation/checks/languages/tone-style.ts';
import { runChecks } from '#translation/checks/run-checks.ts';
import { plainText } from '#translation/content.ts';
import { matchCodes } from '#translation/segments/codes.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { type TermFinding, termFindings } from '#translation/terms/term-findings.ts';
import type { TermIndex } from '#translation/terms/term-index.ts';
import { standOf } from './acts/base.ts';
import { printOf } from './lines/line.ts';
import type { StatedLine } from './lines/sheet.ts';
import { cityDay } from './terms/city-day.ts';

/** A finding with the name by which a person can call it right as it is. */
export interface LineFinding extends Finding {
  readonly key: string;
}

/** What all lines of a document in two languages have in common for those who look them through. */
export interface Languages {
  readonly source: StudioLocale;
  readonly target: StudioLocale;
  readonly tones: ReturnType<typeof toneStyleOf>;
  /** The official names, as they are on that day of the city. */
  readonly names: TermIndex;
  readonly day: string;
}

export const languagesOf = (
  lines: readonly StatedLine[],
  [source, target]: readonly [StudioLocale, StudioLocale],
  names: TermIndex,
): Languages => ({
  source,
  target,
  names,
  day: cityDay(new Date()),
  tones: toneStyleOf(lines.map((line) => (line.target ? plainText(line.target.content) : ''))),
});

/** What was found before in the same two texts, by the names that held then: a document is looked through again at every opening. */
const found = new WeakMap<TermIndex, Map<string, readonly LineFinding[]>>();
const most = 20_000;

const remembered = (names: TermIndex, key: string, find: () => readonly LineFinding[]): readonly LineFinding[] => {
  const known = found.get(names) ?? new Map<string, readonly LineFinding[]>();
  found.set(names, known);
  const before = known.get(key);
  if (before) return before;
  const findings = find();
  if (known.size >= most) known.delete(known.keys().next().value ?? '');
  known.set(key, findings);
  return findings;
};

const namesIn = (source: Segment, target: Segment, { names, day, ...languages }: Languages): readonly TermFinding[] =>
  termFindings(names, {
    source: { text: plainText(source.content), locale: languages.source },
    target: { text: plainText(target.content), locale: languages.target },
    day,
  });

/** Looks one line through. Of what is meant to differ, or has no text yet, checks say nothing. */
export const findingsOf = (line: StatedLine, languages: Languages): readonly LineFinding[] => {
  const { source, target, unit } = line;
  if (!source || !target || unit?.apart) return [];
  const { limit } = target;
  const key = [
    ...[standOf(source.content), standOf(target.content), languages.source, languages.target],
    ...[String(languages.tones), languages.day, source.role, String(limit)],
  ].join(' ');
  return remembered(languages.names, key, () => {
    const prints = { source: printOf(source), target: printOf(target) };
    const findings = runChecks({
      source: source.content,
      target: matchCodes(source.content, target.content),
      sourceLocale: languages.source,
      targetLocale: languages.target,
      role: source.role,
      terms: namesIn(source, target, languages),
      ...(limit === undefined ? {} : { limit }),
      ...(languages.tones ? { tones: languages.tones } : {}),
    });
    return findings.map((finding) => ({ ...finding, key: findingKey(finding, prints) }));
  });
};
