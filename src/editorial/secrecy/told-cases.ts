import type { Payload } from 'payload';
import { z } from 'zod';
import type { Certainty, Find } from '#secrecy/find.ts';
import { byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import { openCommitted } from '../gate/committed.ts';
import { type DocumentRef, keyOf } from '../release/released-collections.ts';
import { findCases, type SecrecyCase } from './cases.ts';
import { fileReaderOf } from './file-words.ts';
import type { HeldPassage } from './passages.ts';
import { secrecyWatchOf } from './watch.ts';
import { heldOf } from './what-leaves.ts';

/** A case as an officer reads it. */
export interface ToldCase extends Pick<SecrecyCase, 'id' | 'foundAt' | 'reason' | 'decidedName' | 'decidedAt'> {
  readonly collection: SecrecyCase['subjectType'];
  readonly document: string;
  readonly title: string;
  readonly state: 'waiting' | 'stays';
  readonly locale: string | null;
  readonly field: string;
  /** The passage, cut into what was found and what stands around it. */
  readonly pieces: readonly { readonly text: string; readonly certainty: Certainty | null }[];
}

/** How much of a long passage is shown around what was found, in characters. */
const around = 240;

const piecesOf = (text: string, finds: readonly Find[]): ToldCase['pieces'] => {
  const pieces: { text: string; certainty: Certainty | null }[] = [];
  const first = Math.max(0, (finds[0]?.start ?? 0) - around);
  const last = Math.min(text.length, (finds.at(-1)?.end ?? 0) + around);
  let at = first;
  for (const { start, end, certainty } of finds) {
    pieces.push({ text: `${at === first && first > 0 ? '…' : ''}${text.slice(at, start)}`, certainty: null });
    pieces.push({ text: text.slice(start, end), certainty });
    at = end;
  }
  pieces.push({ text: `${text.slice(at, last)}${last < text.length ? '…' : ''}`, certainty: null });
  return pieces.filter((piece) => piece.text !== '');
};

const titled = z.looseObject({ title: byLocale, name: byLocale });
const titleOf = (document: unknown): string => {
  const { data } = titled.safeParse(document);
  return bestTitle(data?.title ?? data?.name);
};

const custom = z.looseObject({ selfPublish: z.boolean().catch(false) });

/** All that waits for an officer, or that one keeps in, the oldest first; only what would be public but for that. */
export async function openCases(payload: Payload): Promise<ToldCase[]> {
  await secrecyWatchOf(payload).follow();
  const rules = { selfPublish: custom.parse(payload.config.custom ?? {}).selfPublish };
  const cases = await findCases({ payload }, { state: { in: ['waiting', 'stays'] } });
  const refs = cases.map(({ subjectType, subjectId }): DocumentRef => ({ collection: subjectType, id: subjectId }));
  const unique = [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
  const held = await openCommitted(payload).held(unique);
  const passages = new Map<string, HeldPassage>();
  for (const ref of unique) {
    const found = held.get(keyOf(ref)) ?? { document: null, marking: null };
    const kept = await heldOf(ref, found, rules, fileReaderOf(payload));
    for (const passage of kept) passages.set(passage.fingerprint, passage);
  }
  return cases.flatMap((one): ToldCase[] => {
    const passage = passages.get(one.id);
    if (!passage || (one.state !== 'waiting' && one.state !== 'stays')) return [];
    const { id, foundAt, reason, decidedName, decidedAt, state, subjectType, subjectId } = one;
    const { document } = held.get(keyOf({ collection: subjectType, id: subjectId })) ?? { document: null };
    const said = { id, foundAt, reason, decidedName, decidedAt, state };
    const place = { collection: subjectType, document: subjectId, title: titleOf(document) };
    return [{ ...said, ...place, ...pick(passage), pieces: piecesOf(passage.text, passage.finds) }];
  });
}

const pick = ({ locale, field }: HeldPassage) => ({ locale, field });
