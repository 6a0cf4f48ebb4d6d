import type { Logger } from 'pino';
import type { Change } from '#feed/change.ts';
import type { FeedWriter } from '#feed/writer.ts';
import type { ToTraditional } from '#translation/script/to-traditional.ts';
import { type DocumentRef, keyOf, releasedCollectionNames } from '../release/released-collections.ts';
import { append } from './append.ts';
import { type Appraisal, type AppraisalParts, appraise, type Note } from './appraise.ts';
import type { CommittedReader } from './committed.ts';
import type { FileReader } from './file-reader.ts';
import type { Held } from './held-back.ts';
import type { Ledger } from './ledger.ts';
import type { Rules } from './releasable.ts';
import type { Renderer } from './renderer.ts';
import type { OnStep } from './steps.ts';
import { readWorld, type Subject, type World } from './world.ts';

/** What the gate works with. */
export interface WorkParts {
  readonly committed: CommittedReader;
  readonly ledger: Ledger;
  readonly writer: FeedWriter;
  readonly renderer: Renderer;
  readonly files: FileReader;
  readonly rules: Rules;
  /** Writes Simplified Chinese in Traditional characters, with the names of this moment. */
  traditional(): Promise<ToTraditional>;
  readonly held: Held;
  readonly log: Logger;
  readonly step: OnStep;
}

/** Documents to look at again when a portion is done. */
export interface Done {
  /** Something that they refer to stands otherwise than before. */
  readonly moved: DocumentRef[];
  /** Pictures whose files were not in the feed any more: they are to be made anew. */
  readonly unmade: DocumentRef[];
}

/**
 * Looks at documents and brings the feed to where they are: reads committed state, compares, appends what differs, and
 * only then notes in the ledger what the feed now says.
 *
 * @returns documents to look at next
 */
export async function work(refs: readonly DocumentRef[], parts: WorkParts): Promise<Done> {
  const world = await readWorld(parts.committed, refs, parts.rules);
  const traditional = await parts.traditional();
  await parts.step('read');
  const appraisals = parts.ledger.transaction(() =>
    inOrder(world.subjects.map((subject) => appraiseSafely(subject, world, { ...parts, traditional }))),
  );
  await parts.step('appraised');
  const refused = await append(
    appraisals.flatMap(({ change }) => change ?? []),
    parts,
  );
  await parts.step('appended');
  const moved = note(
    appraisals.map((appraisal) => afterAppend(appraisal, refused)),
    parts,
  );
  await parts.step('noted');
  await removeDoomed(parts);
  await parts.step('removed');
  return {
    moved: [...moved.flatMap(({ ref }) => parts.ledger.stances.referrers(ref)), ...moved.flatMap(({ kept }) => kept)],
    unmade: appraisals.flatMap(({ ref, change }) =>
      change && refused.get(change) === 'feed-blob-missing' ? [ref] : [],
    ),
  };
}

/** @NOTE One document that trips our code must not keep the others in; it stays as it is and is reported. */
function appraiseSafely(subject: Subject, world: World, parts: AppraisalParts & Pick<WorkParts, 'log'>): Appraisal {
  try {
    return appraise(subject, world, parts);
  } catch (err) {
    const { collection, id } = subject.ref;
    const name = err instanceof Error ? err.name : 'unknown';
    parts.log.error({ collection, id, code: 'unexpected', name }, 'document not appraised');
    const notes: Note[] = [{ code: 'unexpected' }];
    const stance = world.stance(subject.ref);
    return { ref: subject.ref, stance, refs: subject.refs, change: null, discarded: null, notes };
  }
}

/** Withdrawals first; then what others refer to before what refers to it. */
function inOrder(appraisals: readonly Appraisal[]): Appraisal[] {
  const rank = ({ ref, change }: Appraisal) =>
    change?.op === 'withdraw' ? -1 : releasedCollectionNames.indexOf(ref.collection);
  return appraisals.toSorted((a, b) => rank(a) - rank(b));
}

/** What the feed did not take stays as it was, and is not open to what refers to it. */
function afterAppend(appraisal: Appraisal, refused: ReadonlyMap<Change, string>): Appraisal {
  const code = appraisal.change ? refused.get(appraisal.change) : undefined;
  if (code === undefined) return appraisal;
  return { ...appraisal, change: null, stance: 'closed', notes: [...appraisal.notes, { code }] };
}

/** A document that stands otherwise than before, with the records that stand for it now or no longer do. */
interface Moved {
  readonly ref: DocumentRef;
  readonly kept: readonly DocumentRef[];
}

/** Notes what the feed now holds and how each document stands. Returns those that stand otherwise than before. */
function note(appraisals: readonly Appraisal[], { ledger, writer, held }: WorkParts): Moved[] {
  for (const { ref, notes } of appraisals) held.set(keyOf(ref), notes);
  return ledger.transaction(() => {
    const now = new Date();
    const moved = appraisals.flatMap((appraisal): Moved[] => {
      const { ref, stance, refs, change, discarded } = appraisal;
      const before = ledger.stances.keptFor(ref);
      if (change) ledger.live.apply(change, now);
      if (discarded) ledger.live.doom(ledger.renderings.blobsOf(discarded), now);
      const isMoved = ledger.stances.note(ref, stance, refs);
      if (isGrave(appraisal, isMoved, ledger)) ledger.setGraveSince(now);
      const kept = [before, ledger.stances.keptFor(ref)].filter((one) => one !== null);
      return isMoved ? [{ ref, kept }] : [];
    });
    ledger.setPosition(writer.position);
    return moved;
  });
}

/** Whether it was, or may have been, public and now is marked above internal, or refers to what is. */
function isGrave({ ref, stance, change, notes }: Appraisal, isMoved: boolean, { names }: Ledger): boolean {
  if (stance === 'barred') return isMoved && names.known(ref) !== null;
  return change?.op === 'withdraw' && notes.some(({ code }) => code === 'reference-restricted');
}

/** Takes files of withdrawn pictures out of the feed. */
export async function removeDoomed({ ledger, writer }: Pick<WorkParts, 'ledger' | 'writer'>): Promise<void> {
  for (const sha of ledger.live.doomed(new Date())) {
    ledger.renderings.forget(sha);
    await writer.removeBlob(sha);
    ledger.live.forgetDoomed(sha);
  }
}
