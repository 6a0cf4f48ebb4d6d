import type { Payload } from 'payload';
import { z } from 'zod';
import { covers } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { publicLocalesOf, type StudioLocale } from '#languages/locales.ts';
import { openCommitted } from '../gate/committed.ts';
import { type DocumentRef, keyOf, type ReleasedCollection } from '../release/released-collections.ts';
import { referencesOf } from '../workflow/references.ts';
import { findCases } from './cases.ts';
import { fileReaderOf } from './file-words.ts';
import type { HeldPassage } from './passages.ts';
import { heldOf } from './what-leaves.ts';

/** A field with words of secrecy, for which a document stays in until an officer has decided. */
export interface KeptPlace {
  /** The document itself, or a picture that it shows. */
  readonly collection: ReleasedCollection;
  readonly id: string;
  /** As the public record calls it; `filename`: the name of the picture’s file; `file`: what it says of itself. */
  readonly field: string;
  /** An officer has looked at it and keeps it in. */
  readonly stays: boolean;
  /** What was found, as it stands there; null for somebody who is not cleared for what nobody has judged. */
  readonly words: readonly string[] | null;
}

/** Most that is told of a place, in words and in letters. */
const most = { words: 5, letters: 60 };

const custom = z.looseObject({ selfPublish: z.boolean().catch(false) });
const stored = z.looseObject({ body: z.unknown() });
const byLocale = z.record(z.string(), z.unknown());

/** Pictures that a document shows in a language; in all of them where none is named. */
const picturesIn = (document: unknown, locale: StudioLocale | null): DocumentRef[] => {
  const read = stored.safeParse(document);
  if (!read.success) return [];
  const bodies = byLocale.safeParse(read.data.body).data ?? {};
  const asked = Object.entries(bodies).filter(([name]) => locale === null || name === locale);
  const references = [null, ...asked.map(([, body]) => body)].flatMap((body) => referencesOf({ ...read.data, body }));
  const shown = references.filter(({ collection, use }) => collection === 'images' && use === 'shown');
  return [...new Set(shown.map(({ id }) => id))].map((id) => ({ collection: 'images', id }));
};

const isIn = ({ locale }: HeldPassage, asked: StudioLocale | null): boolean =>
  locale === null || asked === null || publicLocalesOf(asked).some((tag) => tag === locale);

const wordsOf = (passages: readonly HeldPassage[]): string[] =>
  [...new Set(passages.flatMap(({ finds }) => finds.map(({ words }) => words.slice(0, most.letters))))].slice(
    0,
    most.words,
  );

/** One place for each field, however many of its passages are kept in. */
const placesOf = (
  { collection, id }: DocumentRef,
  passages: readonly HeldPassage[],
  { stays, isCleared }: { readonly stays: ReadonlySet<string>; readonly isCleared: boolean },
): KeptPlace[] =>
  [...Map.groupBy(passages, ({ field }) => field)].map(([field, some]) => ({
    ...{ collection, id, field },
    stays: some.some(({ fingerprint }) => stays.has(fingerprint)),
    words: isCleared ? wordsOf(some) : null,
  }));

/**
 * Where words of secrecy keep in a document, or a picture that it shows. Whoever may read the document is told the fields; the words
 * are told like what nobody has judged, to whoever is cleared for that.
 * @param ref of a document that the person may read
 * @param locale null: in any language
 */
export const keptIn = async (
  payload: Payload,
  viewer: Viewer,
  ref: DocumentRef,
  locale: StudioLocale | null,
): Promise<KeptPlace[]> => {
  const committed = openCommitted(payload);
  const rules = { selfPublish: custom.parse(payload.config.custom ?? {}).selfPublish };
  const own = await committed.held([ref]);
  const pictures = picturesIn(own.get(keyOf(ref))?.document, locale);
  const held = new Map([...own, ...(await committed.held(pictures))]);
  const refs = [ref, ...pictures];
  const letGo = await committed.letGo(refs);
  const found = refs.map(async (one) => {
    const there = held.get(keyOf(one)) ?? { document: null, marking: null };
    const passages = await heldOf(one, there, rules, fileReaderOf(payload));
    const inside = passages.filter((passage) => isIn(passage, locale) && !letGo.has(passage.fingerprint));
    return inside.length > 0 ? [{ one, inside }] : [];
  });
  const kept = (await Promise.all(found)).flat();
  if (kept.length === 0) return [];
  const ids = kept.map(({ one }) => one.id);
  const stay = await findCases({ payload }, { and: [{ subjectId: { in: ids } }, { state: { equals: 'stays' } }] });
  const stays = new Set(stay.map(({ id }) => id));
  const isCleared = covers(viewer, { level: 'unreviewed', compartments: [] });
  return kept.flatMap(({ one, inside }) => placesOf(one, inside, { stays, isCleared }));
};
