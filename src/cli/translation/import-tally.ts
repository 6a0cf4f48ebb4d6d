import type { Refused } from '#editorial/translation/pack/look.ts';
import type { Met } from '#editorial/translation/pack/meet.ts';
import type { DocumentPlan } from '#editorial/translation/pack/plan-document.ts';
import type { SegmentKind } from '#editorial/translation/pack/segment-kinds.ts';
import { titleOf } from '#editorial/translation/pack/sent-document.ts';
import { countKinds } from '#editorial/translation/pack/tell-plan.ts';
import type { Failure } from '#errors/failure.ts';
import { type Content, plainText } from '#translation/content.ts';
import type { ExchangeProblem } from '#translation/exchange/problem.ts';

/** A segment that was left as it is, and why. */
export interface LeftSegment {
  readonly document: string;
  readonly kind: SegmentKind;
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly base: string | null;
  readonly problems: readonly ExchangeProblem[];
}

export interface DocumentRow {
  readonly collection: string;
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  readonly counts: Readonly<Record<SegmentKind, number>>;
  /** Segments that are in the source and not in the file. */
  readonly missing: number;
  readonly taken: number;
}

export interface RefusedRow {
  readonly document: string;
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
  readonly problems: readonly ExchangeProblem[];
  readonly failure: Failure | null;
}

export interface ImportReport {
  readonly dryRun: boolean;
  readonly stopped: boolean;
  readonly documents: readonly DocumentRow[];
  readonly refused: readonly RefusedRow[];
  readonly unread: readonly { readonly file: string; readonly failure: Failure }[];
  /** The first ones; `leftCount` says how many there are. */
  readonly left: readonly LeftSegment[];
  readonly leftCount: number;
}

/** What became of everything that was brought. Texts are kept of the first that were left alone, so that a large pack takes no more room. */
export interface Tally {
  done(plan: DocumentPlan, chosen: readonly Met[]): void;
  refused(refused: Refused): void;
  unread(file: string, failure: Failure): void;
  stop(): void;
  documents(): number;
  report(dryRun: boolean): ImportReport;
}

const mostLeft = 200;

const plain = (content: Content | null): string | null => (content === null ? null : plainText(content));

const leftOf = (document: string, { kind, unit, ours, theirs, base, problems }: Met): LeftSegment => ({
  ...{ document, kind, file: unit.file ?? null, line: unit.at.line, column: unit.at.column, problems },
  ...{ ours: plain(ours), theirs: plain(theirs), base: plain(base) },
});

const nameOf = ({ held: { place } }: DocumentPlan): string => `${place.collection}/${place.id} ${place.locale}`;

const nameOfRead = ({ read: { collection, documentId, targetLocale } }: Refused): string =>
  collection === null ? '–' : `${collection}/${documentId} ${targetLocale ?? '–'}`;

export const openTally = (): Tally => {
  const documents: DocumentRow[] = [];
  const refused: RefusedRow[] = [];
  const unread: { file: string; failure: Failure }[] = [];
  const left: LeftSegment[] = [];
  let [leftCount, stopped] = [0, false];
  return {
    done: (plan, chosen) => {
      const { place } = plan.held;
      const rest = plan.segments.filter((met) => met.kind !== 'same' && !chosen.includes(met));
      leftCount += rest.length;
      left.push(...rest.slice(0, mostLeft - left.length).map((met) => leftOf(nameOf(plan), met)));
      documents.push({
        ...{ collection: place.collection, id: place.id, locale: place.locale, title: titleOf(plan.held) },
        ...{ counts: countKinds(plan.segments), missing: plan.missing, taken: chosen.length },
      });
    },
    refused: (one) => {
      const { at, file = null } = one.read;
      const where = { document: nameOfRead(one), file, line: at.line, column: at.column };
      refused.push({ ...where, problems: one.problems, failure: one.failure });
    },
    unread: (file, failure) => unread.push({ file, failure }),
    stop: () => {
      stopped = true;
    },
    documents: () => documents.length + refused.length,
    report: (dryRun) => ({ dryRun, stopped, documents, refused, unread, left, leftCount }),
  };
};
