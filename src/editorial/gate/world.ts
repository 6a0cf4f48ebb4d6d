import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { referencesOf } from '../release/build-record.ts';
import { type DocumentRef, keyOf, type Reference } from '../release/released-collections.ts';
import type { CommittedReader } from './committed.ts';
import { type Held, judge, type Rules, type Stance, stanceOf, type Verdict } from './releasable.ts';

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
}

/** A reading of the database: the documents in question, and everything that they refer to. */
export interface World {
  readonly subjects: readonly Subject[];
  stance(ref: DocumentRef): Stance;
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
  for (const ref of refs) {
    const subject = toSubject(ref, held.get(keyOf(ref)) ?? nothing, rules);
    // The images themselves are not read: how each of them stands is known from when it was last looked at
    const isListed = ref.collection === 'albums' && subject.locales.length > 0;
    subjects.push(isListed ? { ...subject, members: await committed.members(ref.id) } : subject);
  }
  const further = new Map<string, DocumentRef>();
  for (const ref of subjects.flatMap((subject) => subject.refs)) {
    if (!held.has(keyOf(ref))) further.set(keyOf(ref), ref);
  }
  if (further.size > 0) for (const [key, found] of await committed.held([...further.values()])) held.set(key, found);
  const find = (ref: DocumentRef) => held.get(keyOf(ref)) ?? nothing;
  return {
    subjects,
    stance: once((ref) => stanceOf(ref.collection, find(ref), rules)),
    document: (ref) => find(ref).document,
  };
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

function toSubject(ref: DocumentRef, { document, marking }: Held, rules: Rules): Subject {
  const verdict = judge(ref.collection, { document, marking }, rules);
  const locales = 'refused' in verdict ? [] : verdict.locales.filter(isStudioLocale);
  return {
    ref,
    document,
    marking,
    verdict,
    locales,
    refs: referencesOf(ref.collection, document, locales),
    members: [],
  };
}
