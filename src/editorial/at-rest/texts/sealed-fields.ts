/** How the value of a field is sealed: each text of it, or all of it at once. */
export type SealedAs = 'texts' | 'whole';

/** Fields of a collection that are sealed in the database, by their paths without languages and places in lists. */
export type SealedFields = Readonly<Record<string, SealedAs>>;

const texts = (...names: readonly string[]): SealedFields =>
  Object.fromEntries(names.map((name) => [name, 'texts' as const]));
const whole = (...names: readonly string[]): SealedFields =>
  Object.fromEntries(names.map((name) => [name, 'whole' as const]));

const written = { ...texts('title', 'summary'), ...whole('body', 'formerSlugs') };
const decided = texts('reason', 'decidedWhy');

/**
 * What people have written about documents that may be marked. Numbers, days, choices and links to other records stay open, and what is public by
 * nature: topics, places, agencies, names in force, notes of rights.
 */
export const sealedFields: Readonly<Record<string, SealedFields>> = {
  articles: written,
  events: written,
  images: {
    ...texts('title', 'alt', 'caption', 'credit', 'creator', 'takenOn', 'headline', 'extendedDescription', 'event'),
    ...texts('placeCreated', 'placesShown', 'keywords', 'digitised', 'copyright', 'licensor', 'usageTerms'),
    // A thumbhash is a picture, small as it is, and a likeness tells one that somebody has as well
    ...texts('master.filename', 'thumbhash', 'likeness.hash'),
    ...whole('persons', 'formerSlugs'),
  },
  albums: {
    ...texts('title', 'description', 'pressText'),
    ...texts('pressContacts.name', 'pressContacts.role', 'pressContacts.organisation'),
    ...texts('pressContacts.phone', 'pressContacts.email'),
    ...whole('formerSlugs'),
  },
  markings: texts('basis', 'listItem', 'officer', 'history.basis', 'history.listItem', 'history.officer'),
  lowerings: decided,
  'secrecy-cases': texts('reason'),
  'copy-permissions': texts('purpose', 'recipient', 'decidedWhy'),
  copies: texts('purpose', 'recipient', 'place', 'destroyedHow'),
  grants: decided,
  'audit-removals': decided,
  consents: texts('person', 'document', 'note'),
  reviews: { ...texts('note'), ...whole('approved') },
  translations: whole('units', 'corrections', 'vouched'),
  assignments: texts('note'),
  comments: { ...texts('text'), ...whole('anchor') },
  'look-alikes': whole('slugs'),
  'picture-deletions': decided,
  'picture-holds': texts('reason', 'liftedWhy'),
  'picture-history': whole('facts'),
  'picture-edits': whole('change'),
  'picture-edit-items': whole('before'),
  'upload-batches': texts('defaults'),
  'upload-fates': texts('file', 'values', 'reading'),
  'saved-searches': texts('name', 'question'),
  'memory-imports': { ...texts('fileName'), ...whole('units') },
};

/** Fields by whose value records are looked up: sealed so that the same text is the same bytes. */
export const exactFields: Readonly<Record<string, readonly string[]>> = {
  articles: ['slug'],
  events: ['slug'],
  images: ['slug'],
  albums: ['slug'],
};

/** As `sealedFields`, of what is looked up by its text. */
export const exactFieldsOf = (collection: string): SealedFields =>
  Object.fromEntries((exactFields[collection] ?? []).map((name) => [name, 'texts' as const]));
