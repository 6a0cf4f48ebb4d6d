import type { CollectionConfig, Field } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { accessOf, writtenByMachinery } from './access-filter.ts';
import { revision } from './fields/machinery.ts';
import { randomId } from './fields/random-id.ts';

const choice = (name: string, values: readonly string[], more: object = {}): Field =>
  ({
    name,
    type: 'select',
    options: values.map((value) => ({ value, label: value })),
    required: true,
    ...more,
  }) as Field;

/** What the room of translation says of entries; a collection only describes. */
export interface EntryTerms {
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  /** Longest texts, in UTF-16 units. */
  readonly longest: Readonly<Record<'term' | 'traditional' | 'reason' | 'note' | 'source' | 'definition', number>>;
}

const row = (...fields: Field[]): Field => ({ type: 'row', fields });

/** Days as `2026-11-27`: a name changes at midnight of the city, not at an instant. */
const day = (name: 'validFrom' | 'validUntil'): Field => ({ name, type: 'text', maxLength: 10 });

/** One form of a name in one language, with its standing. */
const form = ({ statuses, longest }: EntryTerms): Field[] => [
  row(choice('locale', studioLocales), choice('status', statuses, { defaultValue: 'approved' }), {
    name: 'stops',
    type: 'checkbox',
    defaultValue: false,
  }),
  row(
    { name: 'term', type: 'text', required: true, maxLength: longest.term },
    {
      name: 'traditional',
      type: 'text',
      maxLength: longest.traditional,
      admin: { condition: (_data, one) => one?.locale === 'zh' },
    },
  ),
  { name: 'reason', type: 'textarea', maxLength: longest.reason },
  row(day('validFrom'), day('validUntil'), { name: 'source', type: 'text', maxLength: longest.source }),
  { name: 'note', type: 'textarea', maxLength: longest.note },
];

/**
 * Official names and terms: a concept with its forms in each language. Reference data without drafts; what was said of a name
 * before stays in its versions.
 */
export const concepts = (terms: EntryTerms): CollectionConfig => ({
  slug: 'concepts',
  access: accessOf('concept'),
  admin: { useAsTitle: 'name', listSearchableFields: ['name', 'forms.term'] },
  versions: { maxPerDoc: 200, drafts: false },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  defaultSort: 'name',
  fields: [
    randomId(),
    // What lists call it: its approved forms, made from the list below
    {
      name: 'name',
      type: 'text',
      index: true,
      maxLength: 1500,
      access: writtenByMachinery,
      admin: { readOnly: true, condition: () => false },
    },
    choice('kind', terms.kinds),
    { name: 'definition', type: 'textarea', maxLength: terms.longest.definition },
    {
      name: 'forms',
      type: 'array',
      minRows: 1,
      maxRows: 200,
      required: true,
      fields: form(terms),
    },
    revision(),
  ],
});
