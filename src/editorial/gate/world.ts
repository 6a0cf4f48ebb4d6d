import { z } from 'zod';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { referencesOf } from '../release/build-record.ts';
import { type DocumentRef, keyOf, type Reference } from '../release/released-collections.ts';
import type { AwaitedByLocale } from './awaited.ts';
import type { CommittedReader } from './committed.ts';
import { type Held, judge, type Rules, type Stance, stanceOf, type Verdict } from './releasable.ts';
import { type StateOf, statesOf } from './translation-states.ts';

/** A document as it was found, with the verdict on it and what it refers to in the languages that may be public. */
export interface Subject {
  readonly ref: DocumentRef;
  readonly document: unknown;
  readonly marking: unknown;
  readonly verdict: Verdict;
  readonly locales: readonly StudioLocale[];
  readonly refs: readonly Reference[];
  /** Ids of the images of an album, in its order; of anything else none. */
  readonly members: readonly string[];
  /** Languages that are to follow, as launches have left them. */
  readonly awaited: AwaitedByLocale;
  /** Fingerprints of passages of it of which an officer has said that they may go although words of secrecy stand in them. */
  readonly letGo: ReadonlySet<string>;
  /** How its languages stand to their source, as the ledger of translations has it. */
  readonly stateOf: StateOf;
}

/** A reading of the database: the documents in question, everything that they refer to, and what stands for those. */
export interface World {
  readonly subjects: readonly Subject[];
  /** The document that stands for another one since both were said to be the same picture; mostly itself. */
  standIn(ref: DocumentRef): DocumentRef;
  /** How whatever stands for a document stands. */
  stance(ref: DocumentRef): Stance;
  /** Whatever stands for a document. */
  document(ref: DocumentRef): unknown;
}

const nothing: Held = { document: null, marking: null };

/** Reads documents and what they refer to, a few queries for all of them together. */
export async function readWorld(
  committed: CommittedReader,
  refs: readonly DocumentRef[],
  rules: Rules,
): Promise<World> {
  const held = await committed.held(refs);
  const subjects: Subject[] = [];
  const vouched = await committed.vouched(refs);
  const awaited = await committed.awaited(refs);
  const letGo = await committed.letGo(refs);
  for (const ref of refs) {
    const { document, marking } = held.get(keyOf(ref)) ?? nothing;
    const remembered = vouched.get(keyOf(ref)) ?? new Map();
    const stateOf = statesOf(ref.collection, document, committed.shapeOf(ref.collection), remembered);
    const subject = {
      ...toSubject(ref, { document, marking }, rules),
      stateOf,
      awaited: awaited.get(keyOf(ref)) ?? {},
      letGo,
    };
    // The images themselves are not read: how each of them stands is known from when it was last looked at
    const isListed = ref.collection === 'albums' && subject.locales.length > 0;
    subjects.push(isListed ? { ...subject, members: await committed.members(ref.id) } : subject);
  }
  const find = (ref: DocumentRef) => held.get(keyOf(ref)) ?? nothing;
  let further = subjects.flatMap((subject) => subject.refs as readonly DocumentRef[]);
  for (let step = 0; step <= chain && further.length > 0; step += 1) {
    const unread = new Map(further.filter((ref) => !held.has(keyOf(ref))).map((ref) => [keyOf(ref), ref]));
    if (unread.size > 0) for (const [key, found] of await committed.held([...unread.values()])) held.set(key, found);
    further = further.flatMap((ref) => nextOf(ref, find(ref).document) ?? []);
  }
  const standIn = (ref: DocumentRef): DocumentRef => {
    let at = ref;
    for (let step = 0; step < chain; step += 1) at = nextOf(at, find(at).document) ?? at;
    return at;
  };
  const itself = once((ref) => stanceOf(ref.collection, find(ref), rules));
  return {
    subjects,
    standIn,
    stance: (ref) => itself(standIn(ref)),
    document: (ref) => find(standIn(ref)).document,
  };
}

/** A record that was kept may stand behind another one later: so many steps are followed. */
const chain = 16;

const merged = z.object({ mergedInto: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]) });

/** The record that a picture was merged into. */
function nextOf({ collection }: DocumentRef, document: unknown): DocumentRef | null {
  const id = collection === 'images' ? merged.safeParse(document).data?.mergedInto : undefined;
  return id ? { collection: 'images', id } : null;
}

/** Asks once for each document: a text names the same pictures, topics and places in every language. */
function once<T>(ask: (ref: DocumentRef) => T): (ref: DocumentRef) => T {
  const answers = new Map<string, T>();
  return (ref) => {
    const key = keyOf(ref);
    const answer = answers.get(key) ?? ask(ref);
    answers.set(key, answer);
    return answer;
  };
}

function toSubject(
  ref: DocumentRef,
  { document, marking }: Held,
  rules: Rules,
): Omit<Subject, 'stateOf' | 'awaited' | 'letGo'> {
  const verdict = judge(ref.collection, { document, marking }, rules);
  const locales = 'refused' in verdict ? [] : verdict.locales.filter(isStudioLocale);
  const kept = nextOf(ref, document);
  const refs = kept ? [{ ...kept, use: 'linked' as const }] : referencesOf(ref.collection, document, locales);
  return { ref, document, marking, verdict, locales, refs, members: [] };
}
