import { type ConceptKind, isConceptKind, type TermStatus } from '../../terms/concept.ts';

/** Namespace of TBX v3 (ISO 30042:2019). */
export const tbx = 'urn:iso:std:iso:30042:ed-2';

/** Says in the header of a file that it was made here, so that ids in it are ours. */
export const ours = 'urn:benthanh:terms:1';

/** Values of `administrativeStatus` in TBX-Basic. */
export const statusNames: Readonly<Record<TermStatus, string>> = {
  approved: 'preferredTerm-admn-sts',
  allowed: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
  obsolete: 'supersededTerm-admn-sts',
};

/** First words of what tools say of a status, in `administrativeStatus` or `normativeAuthorization`. */
const statusWords: readonly (readonly [string, TermStatus])[] = [
  ...(['preferred', 'standardized', 'legal', 'regulated', 'approved'] as const).map(
    (word) => [word, 'approved'] as const,
  ),
  ...(['admitted', 'allowed', 'proposed'] as const).map((word) => [word, 'allowed'] as const),
  ...(['deprecated', 'forbidden', 'rejected', 'notrecommended'] as const).map((word) => [word, 'forbidden'] as const),
  ...(['superseded', 'obsolete'] as const).map((word) => [word, 'obsolete'] as const),
];

/** @returns undefined where the value says nothing that is known here */
export const statusOf = (value: string | undefined): TermStatus | undefined => {
  const plain = (value ?? '').toLowerCase().replace(/[^a-z]/g, '');
  return statusWords.find(([word]) => plain.startsWith(word))?.[1];
};

/** What kind of concept a subject field says; anything else is a term. */
export const kindOf = (field: string | undefined): ConceptKind => (isConceptKind(field) ? field : 'term');

/** Names of the elements in each version: that of ISO 30042:2019, and the one before, which older tools read. */
export const tbxNames = {
  3: { root: 'tbx', header: 'tbxHeader', entry: 'conceptEntry', language: 'langSec', term: 'termSec' },
  2: { root: 'martif', header: 'martifHeader', entry: 'termEntry', language: 'langSet', term: 'tig' },
} as const;
export type TbxVersion = keyof typeof tbxNames;
