import type { CollectionConfig, Field } from 'payload';
import { accessOf } from './access-filter.ts';
import { dayAndTime } from './fields/day-and-time.ts';
import { formerSlugs, revision } from './fields/machinery.ts';
import { randomId } from './fields/random-id.ts';
import { longest, name, slug } from './fields/texts.ts';

const moment = (name: string): Field => ({
  name,
  type: 'date',
  admin: { date: dayAndTime },
});

/** Empty is a third answer: the record says nothing of it. */
const yesOrNo = (name: string): Field => ({ name, type: 'select', options: ['yes', 'no'] });

export const usesField = (uses: readonly string[]): Field => ({
  name: 'uses',
  type: 'select',
  hasMany: true,
  options: [...uses],
});

/**
 * Terms under which pictures may be shown and used: one record for as many pictures as it holds for.
 * @param statements addresses of the rights statements, by their short code
 * @param uses what a picture may be used for
 */
export const rights = (statements: Readonly<Record<string, string>>, uses: readonly string[]): CollectionConfig => ({
  slug: 'rights',
  access: accessOf('rights'),
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'holder', 'rights', 'validUntil', 'updatedAt'] },
  versions: { maxPerDoc: 50, drafts: false },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    randomId(),
    name(),
    { name: 'holder', type: 'text', maxLength: longest.credit },
    { name: 'creator', type: 'text', maxLength: longest.credit },
    { name: 'credit', type: 'text', maxLength: longest.credit },
    {
      name: 'rights',
      type: 'select',
      options: Object.entries(statements).map(([label, value]) => ({ label, value })),
    },
    { name: 'terms', type: 'textarea', localized: true, maxLength: longest.note },
    { name: 'webStatement', type: 'text', maxLength: longest.short },
    moment('validFrom'),
    { ...moment('validUntil'), index: true } as Field,
    moment('embargo'),
    { name: 'territories', type: 'text', hasMany: true, maxLength: 100, maxRows: 300 },
    usesField(uses),
    { name: 'maxSide', type: 'number', min: 200, max: 7200 },
    yesOrNo('download'),
    yesOrNo('mark'),
    slug(),
    revision(),
    formerSlugs(),
  ],
});
