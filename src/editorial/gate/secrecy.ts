import { isDeepStrictEqual } from 'node:util';
import { publicLocalesOf, type StudioLocale } from '#languages/locales.ts';
import type { PublicRecord } from '#record/records.ts';
import type { Built } from '../release/build-record.ts';
import type { DocumentRef } from '../release/released-collections.ts';
import { heldAmong, type Passage, passagesBeside, passagesOf } from '../secrecy/passages.ts';

/** Why a language stays as it was: words of secrecy are in it, and no officer has said of these very words that they may go; or the file has not been looked into yet. */
export interface SecrecyFault {
  readonly locale: StudioLocale;
  readonly code: 'secrecy-held' | 'rendering-pending';
  readonly field: string;
}

export interface Screened {
  readonly ref: DocumentRef;
  readonly document: unknown;
  readonly locales: readonly StudioLocale[];
  /** Fingerprints of passages that an officer let go. */
  readonly letGo: ReadonlySet<string>;
}

/**
 * The last look at words before they leave. What is public already in the very same words is not looked at again, so that a
 * comparison of everything costs nothing.
 * @param wordsOf what the file of a document says of itself, null as long as that is being read
 */
export function secrecyFaults(
  { ref, document, locales, letGo }: Screened,
  built: Pick<Built, 'editions' | 'formerSlugs'>,
  live: PublicRecord | null,
  wordsOf: (ref: DocumentRef, document: unknown) => readonly Passage[] | null,
): SecrecyFault[] {
  const leaving = locales.filter((locale) =>
    publicLocalesOf(locale).some(
      (tag) => built.editions[tag] && !isDeepStrictEqual(built.editions[tag], live?.editions[tag]),
    ),
  );
  if (leaving.length === 0) return [];
  const inFile = wordsOf(ref, document);
  if (inFile === null) return leaving.map((locale) => ({ locale, code: 'rendering-pending', field: 'file' }));
  const beside = heldAmong(ref, [...passagesBeside(document), ...inFile]).filter(
    ({ fingerprint }) => !letGo.has(fingerprint),
  );
  return leaving.flatMap((locale): SecrecyFault[] => {
    const passages = publicLocalesOf(locale).flatMap((tag) =>
      (built.editions[tag] ?? []).flatMap((edition) => passagesOf(tag, edition)),
    );
    const held = heldAmong(ref, passages).find(({ fingerprint }) => !letGo.has(fingerprint)) ?? beside[0];
    return held ? [{ locale, code: 'secrecy-held', field: held.field }] : [];
  });
}
