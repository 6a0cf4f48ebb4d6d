import { randomUUID } from 'node:crypto';
import type { CollectionSlug, FlattenedField } from 'payload';
import { isRole, type Role } from '#access/viewer.ts';
import { exactFields, sealedFields } from '#editorial/at-rest/texts/sealed-fields.ts';
import type { Studio } from '../../support/studio.ts';

/** Whose the rows are, and what they speak of. */
export interface Told {
  readonly article: { readonly id: string; readonly marking: string };
  readonly image: { readonly id: string };
  readonly keeper: string;
  readonly other: string;
}

type Row = Readonly<Record<string, unknown>>;
type WordOf = (place: string) => string;

const seal = 'restricted|harbour';
const later = '2199-01-01T00:00:00.000Z';
const past = '2020-01-01T00:00:00.000Z';

/** Fields of rows that programs keep, as far as they cannot be just anything. */
const rowsOf = ({ article, image, keeper, other }: Told, of: WordOf): readonly (readonly [string, Row])[] => {
  const subject = { subjectType: 'articles', subjectId: article.id };
  const two = { askedBy: keeper, askedAt: past, lapsesAt: later };
  const permission = randomUUID();
  const [batch, edit] = [randomUUID(), randomUUID()];
  const marking = { marking: article.marking, markings: [article.marking] };
  const fact = { door: of('picture-history facts') };
  const brought = { vi: of('memory-imports units'), fr: of('memory-imports units') };
  return [
    ['lowerings', { ...subject, ...two, ...marking, from: seal, to: 'internal|', fingerprint: '0'.repeat(64) }],
    ['secrecy-cases', { ...subject, state: 'stays', decidedBy: other }],
    ['copy-permissions', { id: permission, ...subject, ...two, marking: article.marking, locale: 'vi', seal }],
    ['copies', { ...subject, permission, locale: 'vi', seal, holder: keeper, madeBy: keeper, madeAt: past }],
    ['grants', { ...two, person: other, from: seal, compartments: ['harbour'], until: later }],
    ['audit-removals', { ...two, state: 'refused' }],
    ['picture-deletions', { picture: image.id, askedBy: keeper, dueAt: later }],
    ['picture-holds', { picture: image.id, setBy: keeper }],
    ['picture-history', { picture: image.id, facts: fact }],
    ['picture-edits', { id: edit, owner: keeper, state: 'done', pictures: [image.id], total: 1, position: 1 }],
    ['picture-edits', { owner: keeper, state: 'done', change: { set: { credit: of('picture-edits change') } } }],
    ['picture-edit-items', { edit, picture: image.id, state: 'changed', before: of('picture-edit-items before') }],
    [
      'upload-batches',
      {
        id: batch,
        owner: keeper,
        defaults: JSON.stringify({ credit: of('upload-batches defaults'), level: 'internal' }),
      },
    ],
    [
      'upload-fates',
      {
        ...{ owner: keeper, batch, upload: randomUUID(), outcome: 'refused' },
        values: JSON.stringify({ name: of('upload-fates values') }),
        reading: JSON.stringify({ form: 'tcvn3', text: of('upload-fates reading'), certainty: 1 }),
      },
    ],
    ['saved-searches', { owner: keeper }],
    [
      'look-alikes',
      { pair: `${image.id}|x`, one: image.id, other: randomUUID(), slugs: { vi: [of('look-alikes slugs')] } },
    ],
    [
      'memory-imports',
      { file: randomUUID(), units: [{ texts: { vi: [{ text: brought.vi }], fr: [{ text: brought.fr }] }, at: past }] },
    ],
    [
      'launches',
      { collection: 'articles', documentId: article.id, marking: article.marking, at: later, locales: ['vi'] },
    ],
  ];
};

/** Something that a field of this type may hold; a word of its own where words of it are sealed. */
const fillingOf = (slug: string, field: FlattenedField, of: WordOf): unknown => {
  const isSealed = field.name in (sealedFields[slug] ?? {}) || exactFields[slug]?.includes(field.name);
  if (isSealed) return of(`${slug} ${field.name}`);
  if (!('required' in field) || !field.required) return undefined;
  if (field.type === 'select') return [field.options[0]].map((one) => (typeof one === 'object' ? one.value : one))[0];
  return { date: past, number: 1, json: [], checkbox: false }[field.type as string] ?? 'x';
};

/** Rows beside documents, written past all rules: each with a word of its own in every field of which words are sealed. @returns ids */
export const hideRows = async ({ payload }: Studio, told: Told, of: WordOf): Promise<Record<string, string[]>> => {
  const ids: Record<string, string[]> = {};
  for (const [slug, given] of rowsOf(told, of)) {
    const collection = slug as CollectionSlug;
    const filled: Record<string, unknown> = { id: randomUUID() };
    for (const field of payload.collections[collection]?.config.flattenedFields ?? []) {
      const value = given[field.name] ?? (field.name in filled ? filled[field.name] : fillingOf(slug, field, of));
      if (value !== undefined) filled[field.name] = value;
    }
    const id = String(filled.id);
    await payload.db.create({ collection, customID: id, data: filled, returning: false });
    ids[slug] = [...(ids[slug] ?? []), id];
  }
  return ids;
};

/** Words of rows that belong to no document, and who may read them: whoever decides about people, consents or the log, or translates. */
const readers: Readonly<Record<string, readonly Role[]>> = {
  consents: ['curator', 'publisher'],
  grants: ['security-officer', 'administrator'],
  'audit-removals': ['security-officer'],
  'memory-imports': ['editor', 'translator', 'publisher', 'curator', 'terminologist'],
};

/** Whether the word of a place is to be read by nobody with these roles who is not cleared for what it hides. */
export const isHiddenFrom = (roles: readonly string[], place: string): boolean =>
  !(readers[place.split(' ')[0] ?? ''] ?? []).some((role) => isRole(role) && roles.includes(role));
