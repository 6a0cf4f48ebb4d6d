import { randomUUID } from 'node:crypto';
import type { Content } from '#translation/content.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import type { Line } from '../lines/line.ts';
import type { Act, ActKind, ApartKind, Origin, Unit } from './unit.ts';

/** Who acts, when, and upon which revision of the document. */
export interface Actor {
  /** Null for programs of ours. */
  readonly by: string | null;
  readonly at: string;
  readonly revision: number;
}

const print = (content: Content | null): string => (content === null ? '' : fingerprintOf(content));

/** The unit of a line; a new one where nothing is remembered of it. */
export const unitOf = ({ unit, source, target }: Line): Unit =>
  unit ?? {
    id: randomUUID(),
    field: (source ?? target)?.field ?? '',
    role: (source ?? target)?.role ?? 'text',
    ...{ source: null, seen: null, accepted: null, target: null, origin: 'human', review: null, apart: null },
    ...{ fine: [], acts: [] },
  };

/** The same act of the same person upon the same source again is one act, which ends with the last text. */
const isSameAct = (a: Act | undefined, b: Act): boolean =>
  a !== undefined && a.act === b.act && a.by === b.by && a.fingerprint === b.fingerprint && a.act === 'translated';

/** A publisher vouches for a pair, and what the translators accepted last stays what it is. */
export const vouchBeside = (line: Line, actor: Actor): Unit => {
  const unit = unitOf(line);
  return {
    ...unit,
    acts: withAct(unit, 'published', actor, line.source?.content ?? null, line.target?.content ?? null),
  };
};

const withAct = (
  unit: Unit,
  act: ActKind,
  { by, at, revision }: Actor,
  source: Content | null,
  target: Content | null,
): Act[] => {
  const done = { act, by, at, sourceRevision: revision, fingerprint: print(source), target: print(target) };
  return isSameAct(unit.acts.at(-1), done) ? [...unit.acts.slice(0, -1), done] : [...unit.acts, done];
};

/** What stands against each other now, with how the text came to be. */
export interface Pairing {
  readonly source: Content | null;
  /** Null where a publisher lets a language go out without a passage. */
  readonly target: Content | null;
  readonly origin: Origin;
}

/**
 * A person declares that the text says what the source says. `kept`: for the text as it stands; it does not become theirs.
 */
export const accept = (
  line: Line,
  act: 'translated' | 'kept' | 'imported' | 'published',
  pairing: Pairing,
  actor: Actor,
): Unit => {
  const unit = unitOf(line);
  const { source, target } = pairing;
  const isReviewed = unit.review?.fingerprint === print(source) && unit.review.targetFingerprint === print(target);
  const isOnlyHere = source === null;
  return {
    ...unit,
    source,
    seen: null,
    target,
    origin: pairing.origin,
    accepted: isOnlyHere
      ? null
      : { fingerprint: print(source), sourceRevision: actor.revision, by: actor.by, at: actor.at },
    review: isReviewed ? unit.review : null,
    apart: unit.apart?.kind === 'left-out' ? null : unit.apart,
    acts: withAct(unit, act, actor, source, target),
  };
};

/** A machine has filled in what was empty; nobody has said that it is right. */
export const fillByMachine = (line: Line, source: Content, target: Content, actor: Actor): Unit => {
  const unit = unitOf(line);
  const acts = withAct(unit, 'machine', actor, source, target);
  return { ...unit, source, seen: null, target, origin: 'machine', accepted: null, review: null, acts };
};

/** The text was taken out: there is nothing that would say what the source says. What was remembered of it stays in its acts. */
export const clearText = (line: Line): Unit => ({
  ...unitOf(line),
  ...{ target: null, accepted: null, review: null, seen: null, source: line.source?.content ?? null },
});

/** Somebody says that the two are meant to differ. */
export const setApart = (line: Line, kind: ApartKind, reason: string, actor: Actor & { by: string }): Unit => {
  const unit = unitOf(line);
  const [source, target] = [line.source?.content ?? null, line.target?.content ?? null];
  const isPair = kind === 'adapted';
  return {
    ...unit,
    source,
    seen: null,
    target,
    accepted: isPair
      ? { fingerprint: print(source), sourceRevision: actor.revision, by: actor.by, at: actor.at }
      : unit.accepted,
    apart: { kind, reason, by: actor.by, at: actor.at },
    acts: withAct(unit, 'apart', actor, source, isPair ? target : null),
  };
};

/** They are no longer meant to differ. */
export const bringTogether = (line: Line): Unit => ({ ...unitOf(line), apart: null });

/** A second person has looked at it. */
export const setReviewed = (line: Line, actor: Actor & { by: string }): Unit => {
  const unit = unitOf(line);
  const [source, target] = [line.source?.content ?? null, line.target?.content ?? null];
  const review = { by: actor.by, at: actor.at, fingerprint: print(source), targetFingerprint: print(target) };
  const kept = accept(line, 'kept', { source, target, origin: 'human' }, actor);
  const isAccepted =
    unit.accepted?.fingerprint === review.fingerprint && print(unit.target) === review.targetFingerprint;
  // What nobody had accepted is accepted by whoever looked it over
  const base = isAccepted ? unit : { ...kept, acts: unit.acts };
  return { ...base, review, acts: withAct(unit, 'reviewed', actor, source, target) };
};

/** A finding is right as it is, as long as neither side changes. */
export const callFine = (line: Line, check: string, reason: string, actor: Actor & { by: string }): Unit => {
  const unit = unitOf(line);
  const fingerprint = bothOf(line);
  const others = unit.fine.filter((one) => one.check !== check);
  return { ...unit, fine: [...others, { check, fingerprint, reason, by: actor.by, at: actor.at }] };
};

/** The words of both sides, as a finding that is called fine was seen on them. */
export const bothOf = ({ source, target }: Pick<Line, 'source' | 'target'>): string =>
  `${print(source?.content ?? null)} ${print(target?.content ?? null)}`;

/** Who wrote the text as it stands: the last who translated or brought it; null where nobody is known to have. */
export const writerOf = ({ acts }: Unit): string | null =>
  acts.findLast(({ act }) => act === 'translated' || act === 'imported' || act === 'machine')?.by ?? null;
