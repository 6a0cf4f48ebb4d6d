import { z } from 'zod';
import { localList, localText, number, storedInstant } from '../../release/stored-kinds.ts';
import { storedRights } from '../../release/stored-rights.ts';
import type { References } from './format.ts';
import { outside } from './outside.ts';

type RightsRecord = NonNullable<References['rights']>[number];

const besides = z.object({
  name: localText,
  slug: localText,
  terms: localText,
  formerSlugs: localList,
  createdAt: storedInstant,
  updatedAt: storedInstant,
  revision: number,
});

/** A rights record of the database as a bag has it. */
export const readRightsRecord = (row: unknown): RightsRecord => {
  const { name, slug, terms, formerSlugs, createdAt, updatedAt, revision } = besides.parse(row);
  const values = storedRights.parse(row);
  return {
    ...values,
    ...{ name: outside(name), slug: outside(slug), terms: outside(terms), formerSlugs: outside(formerSlugs) },
    ...{ createdAt, updatedAt, revision: revision ?? 0 },
  };
};

const yesOrNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no');

/** What all languages share of it, as the studio takes it. */
export const rightsFacts = (record: RightsRecord): Record<string, unknown> => {
  const { holder, creator, credit, rights, webStatement, validFrom, validUntil, embargo } = record;
  const { territories, uses, maxSide, download, mark } = record;
  return {
    ...{ holder, creator, credit, rights, webStatement, validFrom, validUntil, embargo },
    ...{ territories, uses, maxSide, download: yesOrNo(download), mark: yesOrNo(mark) },
  };
};
