import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveRights, type RightsValues } from './effective-rights.ts';

const by = 'http://creativecommons.org/licenses/by/4.0/';

test('the picture comes before its record, and the record before what holds otherwise, field by field', () => {
  const record = { creator: 'R', credit: 'Record', rights: by, maxSide: 800, terms: { vi: 'Điều khoản' } };
  const fallback = { holder: 'F', credit: 'Fallback', maxSide: 400, download: true, terms: { en: 'Terms' } };
  expect(effectiveRights({ own: { credit: 'Own' }, record, fallback })).toEqual({
    holder: 'F',
    creator: 'R',
    credit: 'Own',
    rights: by,
    terms: { vi: 'Điều khoản' },
    webStatement: null,
    validFrom: null,
    validUntil: null,
    embargo: null,
    territories: [],
    uses: [],
    maxSide: 800,
    download: true,
    mark: null,
  });
});

test('“no” is an answer, and nothing else that is empty is', () => {
  const empty = { credit: ' ', terms: { vi: '' }, uses: [], territories: [], maxSide: null };
  const record = { credit: 'A', terms: { vi: 'x' }, uses: ['web'] as const, territories: ['VN'], maxSide: 500 };
  expect(effectiveRights({ own: empty, record })).toMatchObject(record);
  expect(effectiveRights({ own: { download: false }, record: { download: true } }).download).toBe(false);
});

const source = fc.record(
  {
    holder: fc.option(fc.string(), { nil: null }),
    maxSide: fc.option(fc.nat(), { nil: null }),
    mark: fc.option(fc.boolean(), { nil: null }),
    uses: fc.subarray(['web', 'print'] as const),
  },
  { requiredKeys: [] },
);

test('a source that says nothing changes nothing, and no value comes from nowhere', () => {
  fc.assert(
    fc.property(source, source, source, (own, record, fallback) => {
      const whole = effectiveRights({ own, record, fallback });
      expect(
        effectiveRights({ own: {}, record: own, fallback: effectiveRights({ own: record, record: fallback }) }),
      ).toEqual(whole);
      for (const name of ['holder', 'maxSide', 'mark'] as (keyof RightsValues)[])
        expect([own[name as 'holder'], record[name as 'holder'], fallback[name as 'holder'], null]).toContain(
          whole[name],
        );
    }),
  );
});
