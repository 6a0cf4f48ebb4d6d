import type { Content } from '#translation/content.ts';
import { matchCodes } from '#translation/segments/codes.ts';
import { seenOf } from '../acts/base.ts';
import type { Opened } from '../acts/opened.ts';
import { isOwn } from '../acts/review.ts';
import { findingsOf, type Languages } from '../findings.ts';
import { bothOf } from '../ledger/acts.ts';
import { driftOf } from '../lines/drift-of.ts';
import { printOf } from '../lines/line.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { withoutLinks } from './hidden-links.ts';

/** What telling needs besides the line. */
export interface Telling {
  readonly opened: Opened;
  readonly names: ReadonlyMap<string, string>;
  /** Addresses that the person may not know of. */
  readonly hidden: ReadonlySet<string>;
  /** Fingerprints of what the public reads of the source. */
  readonly inPublic: ReadonlySet<string>;
  readonly languages: Languages;
}

const by = ({ names }: Telling, id: string | null | undefined): string | null => (id ? (names.get(id) ?? '') : null);

const sourceOf = (line: StatedLine, { hidden, inPublic }: Telling) =>
  line.source && {
    content: withoutLinks(line.source.content, hidden),
    path: line.source.path,
    isPublished: inPublic.has(printOf(line.source)),
  };

/** Codes of the text are numbered after those of its source, so that equal ids are the same code. */
const targetOf = ({ source, target }: StatedLine, { hidden }: Telling) =>
  target && {
    content: withoutLinks(source ? matchCodes(source.content, target.content) : target.content, hidden),
    path: target.path,
  };

const memoryOf = ({ unit }: StatedLine, telling: Telling) => ({
  origin: unit?.origin ?? null,
  accepted: unit?.accepted ? { by: by(telling, unit.accepted.by), at: unit.accepted.at } : null,
  review: unit?.review ? { by: by(telling, unit.review.by), at: unit.review.at } : null,
  apart: unit?.apart ? { ...unit.apart, by: by(telling, unit.apart.by) } : null,
});

const driftFor = (line: StatedLine, { opened, hidden }: Telling) => {
  const drift = driftOf(line, opened.document.source);
  return drift && { ...drift, was: withoutLinks(drift.was, hidden) satisfies Content };
};

/** What checks find, and what a person has called right as it is since neither side has changed. */
const findingsFor = (line: StatedLine, telling: Telling) => {
  const both = bothOf(line);
  return findingsOf(line, telling.languages).map((finding) => {
    const fine = line.unit?.fine.find(({ check, fingerprint }) => check === finding.key && fingerprint === both);
    return { ...finding, fine: fine ? { reason: fine.reason, by: by(telling, fine.by), at: fine.at } : null };
  });
};

/** One line as the workbench shows it. */
export const tellLine = (line: StatedLine, telling: Telling) => {
  const { field, role, limit } = line.source ?? line.target ?? {};
  return {
    segment: line.key,
    ...{ field, role, limit: limit ?? null },
    state: line.state,
    source: sourceOf(line, telling),
    target: targetOf(line, telling),
    base: seenOf(line),
    ...memoryOf(line, telling),
    /** Whether whoever asks has written it, so that somebody else has to look it over. */
    isOwn: line.target !== null && isOwn(telling.opened, line),
    drift: driftFor(line, telling),
    findings: findingsFor(line, telling),
  };
};
