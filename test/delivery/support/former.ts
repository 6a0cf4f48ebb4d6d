import { type PublicRecord, publicRecord } from '../../../src/record/records.ts';

/** A record that once had the slug `cu-<type>`. */
export const withFormer = <R extends PublicRecord>(record: R): R => ({
  ...record,
  formerSlugs: { vi: [`cu-${record.type}`] },
});

/** The same under the slug `mat-<type>`. */
export const withSlug = (record: PublicRecord): PublicRecord =>
  publicRecord.parse({
    ...record,
    editions: { vi: record.editions.vi?.map((edition) => ({ ...edition, slug: `mat-${record.type}` })) },
  });
