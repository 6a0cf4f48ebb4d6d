import { describe, expect, it } from 'vitest';
import {
  basesFor,
  basesTable,
  isExtension,
  judgeDecision,
  lowered,
  stageOf,
  usualBases,
  yearsAfter,
} from './legal-bases.ts';

const sent = {
  legalBasis: 'law-2025',
  listItem: 'Danh mục 1.2',
  officer: 'Nguyễn Văn A',
  decidedOn: '2026-03-01',
};
const judge = (more: object = {}, level = 'mat') =>
  judgeDecision(usualBases, level, { ...sent, ...more }, '2026-11-27');

describe('the table of legal bases', () => {
  it('has one law before 1 March 2026 and another one from then on', () => {
    const keys = (level: string, on: string) => basesFor(usualBases, level, on).map(({ key }) => key);
    expect(keys('mat', '2026-02-28')).toEqual(['law-2018']);
    expect(keys('mat', '2026-03-01')).toEqual(['law-2025']);
    expect(keys('mat', '2020-06-30')).toEqual([]);
    expect(keys('restricted', '2026-03-01')).toEqual(['internal-rule']);
  });

  it('is refused where two bases have one name, or a day does not exist', () => {
    const [first] = usualBases.bases;
    expect(basesTable.safeParse({ bases: [first, first] }).success).toBe(false);
    expect(basesTable.safeParse({ bases: [{ ...first, from: '2026-02-30' }] }).success).toBe(false);
    expect(basesTable.safeParse({ bases: [{ ...first, more: true }] }).success).toBe(false);
  });
});

describe('a decision', () => {
  it('lasts as long as its level allows, or shorter where somebody says so', () => {
    const until = (level: string, more: object = {}) => {
      const judged = judge(more, level);
      return 'decision' in judged ? judged.decision.protectedUntil : judged.fault;
    };
    expect(['mat', 'toi_mat', 'tuyet_mat'].map((level) => until(level))).toEqual([
      '2036-03-01',
      '2046-03-01',
      '2056-03-01',
    ]);
    expect(until('mat', { until: '2030-01-01' })).toBe('2030-01-01');
    expect(until('mat', { until: '2036-03-02' })).toBe('until');
    expect(until('mat', { until: '2026-03-01' })).toBe('until');
    expect(until('restricted', { legalBasis: 'internal-rule', listItem: '' })).toBeNull();
  });

  it.each([
    ['legalBasis', { legalBasis: 'law-2018' }],
    ['legalBasis', { legalBasis: 'internal-rule' }],
    ['legalBasis', { legalBasis: 'none' }],
    ['listItem', { listItem: '' }],
    ['officer', { officer: '' }],
    ['decidedOn', { decidedOn: '2026-11-28' }],
    ['decidedOn', { decidedOn: '2026-02-30' }],
    ['until', { until: '2030-02-30' }],
  ])('is refused for its %s where %j', (fault, more) => {
    expect(judge(more)).toEqual({ fault });
  });

  it('of old stays under the law of its day', () => {
    const old = judge({ legalBasis: 'law-2018', decidedOn: '2024-02-29' });
    expect(old).toMatchObject({ decision: { legalBasis: 'law-2018', protectedUntil: '2034-02-28' } });
  });
});

describe('what is marked lower', () => {
  const decision = { ...sent, protectedUntil: '2056-03-01' };
  it('keeps its decision for no longer than the lower level is protected, and none where the law knows no such level', () => {
    expect(lowered(usualBases, decision, 'mat')?.protectedUntil).toBe('2036-03-01');
    const short = { ...decision, protectedUntil: '2030-01-01' };
    expect(lowered(usualBases, short, 'toi_mat')?.protectedUntil).toBe('2030-01-01');
    expect([lowered(usualBases, decision, 'internal'), lowered(usualBases, null, 'mat')]).toEqual([null, null]);
  });
});

describe('a term', () => {
  it('is moved by whole years, also from a day that only leap years have', () => {
    expect([yearsAfter('2024-02-29', 4), yearsAfter('2024-02-29', 1)]).toEqual(['2028-02-29', '2025-02-28']);
  });

  it('is extended by no more than the law allows at once', () => {
    const to = (day: string) => isExtension(usualBases, 'law-2025', 'mat', ['2036-03-01', day]);
    expect([to('2036-03-01'), to('2036-03-02'), to('2046-03-01'), to('2046-03-02')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('asks to be looked at 180, 90 and 60 days before its end, and after it', () => {
    const stages = ['2027-05-27', '2027-05-26', '2027-02-26', '2027-02-25', '2027-01-27', '2027-01-26', '2026-11-27'];
    expect(stages.map((until) => stageOf(until, '2026-11-27'))).toEqual([null, 180, 180, 90, 90, 60, 60]);
    expect(stageOf('2026-11-26', '2026-11-27')).toBe(0);
    expect(stageOf('1986-11-26', '2026-11-27')).toBe(0);
  });
});
