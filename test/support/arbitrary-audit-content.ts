import fc from 'fast-check';
import type { EntryContent } from '#audit-log/entry.ts';
import type { AuditLine } from '#audit-log/line.ts';

/** A line like many. */
export const someLine: AuditLine = {
  ...{ id: '3f0e0000-0000-4000-8000-000000000000', at: '2026-11-25T10:00:00.000Z', actor: null, who: null },
  ...{
    action: 'read',
    collection: 'articles',
    documentId: 'd',
    outcome: 'refused',
    code: 'not-found',
    again: null,
    times: 1,
  },
  ...{ lastAt: null, station: 's', count: 1, voided: null },
};

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());
const ordinal = fc.integer({ min: 1, max: 2 ** 40 });
const who = fc.option(fc.string({ unit: 'binary', maxLength: 100 }).filter((text) => text.isWellFormed()));

/** Anything that an entry can say. */
export const arbitraryContent: fc.Arbitrary<EntryContent> = fc.oneof(
  fc
    .record({ id: fc.uuid(), at: instant, who, times: ordinal, count: fc.option(ordinal), lastAt: fc.option(instant) })
    .map((some) => ({ line: { ...someLine, ...some } })),
  fc
    .record({ about: fc.constantFrom('form=csv since=2026-01-01T00:00:00.000Z', 'removal=r lines=looks:x,log:y') })
    .map((some) => ({
      line: { ...someLine, ...some },
    })),
  fc
    .record({ number: ordinal, lines: ordinal, at: instant })
    .map((some) => ({ removal: { ...some, record: 'a'.repeat(64) } })),
  fc.record({ station: fc.uuid(), from: ordinal, to: ordinal, noticedAt: instant }).map((gap) => ({ gap })),
);
