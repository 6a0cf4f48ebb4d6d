import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { Content } from '#translation/content.ts';
import type { ReadDocument } from '#translation/exchange/document.ts';
import { buildWords } from '../acts/build-words.ts';
import { inTurn } from '../acts/in-turn.ts';
import { type Held, type Place, remember } from '../acts/opened.ts';
import { saveWords } from '../acts/save-words.ts';
import { type Actor, accept } from '../ledger/acts.ts';
import type { Unit } from '../ledger/unit.ts';
import { shapeOf } from '../shape-of.ts';
import { hiddenAddresses, withHiddenLinks } from '../telling/hidden-links.ts';
import { type Asker, checkMayBring, openFor } from './asker.ts';
import { type Met, sentPrintOf } from './meet.ts';
import { noteFor } from './note-for.ts';
import { type DocumentPlan, knownSource, planDocument } from './plan-document.ts';
import { choosableKinds } from './segment-kinds.ts';

const noneHidden: ReadonlySet<string> = new Set();

/**
 * What taking a document back would change, for whoever brings it.
 * @throws Failure `not-found`, and of every kind that `checkMay` names
 */
export const planFor = async (
  req: PayloadRequest,
  asker: Asker,
  place: Place,
  read: ReadDocument,
): Promise<DocumentPlan> => {
  const held = await openFor(req, asker, place);
  await checkMayBring(asker, held);
  const hidden = asker.viewer ? await hiddenAddresses(req, held.sheet.lines) : noneHidden;
  return planDocument(held, read, hidden);
};

const actorFor = ({ viewer }: Asker, { document }: Held): Actor => ({
  by: viewer?.id ?? null,
  at: new Date().toISOString(),
  revision: document.revision,
});

/** A text that was made from an older source says so: it is outdated from the moment at which it comes in. */
const takenStale = (met: Met, theirs: Content, actor: Actor): Unit => {
  const line = met.line as NonNullable<Met['line']>;
  const source = knownSource(met);
  const taken = accept(line, 'imported', { source, target: theirs, origin: 'human' }, actor);
  const { by, at, revision: sourceRevision } = actor;
  return {
    ...taken,
    seen: line.source?.content ?? null,
    accepted: { fingerprint: sentPrintOf(met.unit), sourceRevision, by, at },
  };
};

const unitFor = (met: Met, actor: Actor): Unit[] => {
  const { line, theirs, ours, kind } = met;
  if (!line?.source) return [];
  const source = line.source.content;
  if (kind === 'confirm')
    return ours === null
      ? []
      : [accept(line, 'kept', { source, target: line.target?.content ?? ours, origin: 'human' }, actor)];
  if (theirs === null) return [];
  if (met.isStale) return [takenStale(met, theirs, actor)];
  return [accept(line, 'imported', { source, target: theirs, origin: 'human' }, actor)];
};

const textsOf = (chosen: readonly Met[]): Map<string, Content> =>
  new Map(
    chosen.flatMap(({ line, theirs, kind }): [string, Content][] =>
      line && theirs && kind !== 'confirm' ? [[line.key, theirs]] : [],
    ),
  );

/** What was not shown to whoever translated it stays in it. */
const withAllLinks = async ({ viewer }: Asker, { req, sheet }: Held, chosen: readonly Met[]): Promise<Met[]> => {
  const hidden = viewer ? await hiddenAddresses(req, sheet.lines) : noneHidden;
  return chosen.map((met) => ({
    ...met,
    theirs: met.theirs && withHiddenLinks(met.line?.target?.content, met.theirs, hidden),
  }));
};

const write = async (asker: Asker, { held }: DocumentPlan, taken: readonly Met[]): Promise<void> => {
  const { req, place, document, sheet } = held;
  const chosen = await withAllLinks(asker, held, taken);
  const shape = shapeOf(req.payload, place.collection);
  const texts = textsOf(chosen);
  const data = texts.size === 0 ? {} : buildWords(document, shape, place.locale, sheet.lines, texts);
  const words = await saveWords(held, data, 'alone');
  const actor = actorFor(asker, held);
  await remember(
    held,
    chosen.flatMap((met) => unitFor(met, actor)),
    words,
  );
};

export interface Taking {
  readonly read: ReadDocument;
  /** Of the plan that somebody has looked at; null: whatever is to be taken now. */
  readonly seen: string | null;
  readonly choose: (met: Met) => boolean;
}

export interface Taken {
  readonly plan: DocumentPlan;
  readonly chosen: readonly Met[];
}

/**
 * Takes what was chosen of a document that came back: all of it in one save, or nothing.
 * @throws Failure `pack-changed` where the plan is another by now; `not-found`, of every kind that `checkMay` names, and whatever a
 *   save refuses
 */
export const takeDocument = (
  req: PayloadRequest,
  asker: Asker,
  place: Place,
  { read, seen, choose }: Taking,
): Promise<Taken> =>
  inTurn(req, async () => {
    const plan = await planFor(req, asker, place, read);
    if (seen !== null && seen !== plan.seen) throw new Failure('pack-changed');
    const chosen = plan.segments.filter((met) => choosableKinds.includes(met.kind) && choose(met));
    if (chosen.length === 0) return { plan, chosen };
    await noteFor(req, asker, 'translate', place);
    await write(asker, plan, chosen);
    return { plan, chosen };
  });
