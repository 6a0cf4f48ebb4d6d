import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditedActions } from '#collections/audit.ts';
import { readRetention } from './read-retention.ts';
import {
  actsOf,
  kindOfLine,
  overTermBefore,
  type RetentionKind,
  retentionFloor,
  retentionTable,
  usualRetention,
} from './retention.ts';

const rule = (kind: RetentionKind) => {
  const found = usualRetention.rules.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};
const changed = (kind: RetentionKind, years: number | null) => ({
  rules: usualRetention.rules.map((one) => (one.kind === kind ? { ...one, years } : one)),
});

describe('how long lines are kept', () => {
  it('an act is of one kind, and of the one that is kept longest where nobody has thought of it', () => {
    const listed = Object.values(actsOf).flat();
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((act) => !auditedActions.includes(act))).toEqual([]);
    expect(kindOfLine({ action: 'lower', outcome: 'done' })).toBe('decisions');
    expect(kindOfLine({ action: 'some-new-act', outcome: 'done' })).toBe('decisions');
    expect(kindOfLine({ action: 'lower', outcome: 'refused' })).toBe('refusals');
    expect(kindOfLine({ action: 'remove-lines', outcome: 'done' })).toBe('log');
  });

  it('no deployment goes below the floor, and what tells of the log is never over its term', () => {
    for (const [kind, floor] of Object.entries(retentionFloor) as [RetentionKind, number | null][]) {
      expect(retentionTable.safeParse(changed(kind, null)).success, kind).toBe(true);
      expect(retentionTable.safeParse(changed(kind, floor ?? 1)).success, kind).toBe(floor !== null);
      if (floor !== null && floor > 1)
        expect(retentionTable.safeParse(changed(kind, floor - 1)).success, kind).toBe(false);
    }
    const now = new Date('2030-06-01T00:00:00Z');
    expect(overTermBefore(rule('log'), now)).toBeNull();
    expect(overTermBefore({ ...rule('log'), years: 1 }, now)).toBeNull();
    expect(overTermBefore(rule('sign-ins'), now)?.toISOString()).toBe('2028-06-01T00:00:00.000Z');
    // Whatever wrote the table: the floor holds where it is used as well
    expect(overTermBefore({ ...rule('decisions'), years: 1 }, now)?.getUTCFullYear()).toBe(2000);
  });

  it('on a leap day nothing goes before its years are over', () => {
    const leapDay = new Date('2028-02-29T12:00:00Z');
    expect(overTermBefore(rule('sign-ins'), leapDay)?.toISOString()).toBe('2026-02-28T12:00:00.000Z');
    expect(overTermBefore({ ...rule('texts'), years: 4 }, leapDay)?.toISOString()).toBe('2024-02-29T12:00:00.000Z');
  });

  it('a table has every kind once', () => {
    const [first, ...rest] = usualRetention.rules;
    expect(retentionTable.safeParse({ rules: rest }).success).toBe(false);
    expect(retentionTable.safeParse({ rules: [first, first, ...rest.slice(1)] }).success).toBe(false);
  });

  it('a file of a deployment takes its place; a wrong one is named with what is wrong in it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'retention-')), 'table.json');
    const refused = (value: string) => {
      writeFileSync(file, value);
      try {
        readRetention(file);
      } catch (error) {
        return error;
      }
      return null;
    };
    expect(readRetention(undefined)).toBe(usualRetention);
    expect(refused(JSON.stringify(changed('sign-ins', 3)))).toBeNull();
    expect(readRetention(file)).toEqual(changed('sign-ins', 3));
    const code = 'retention-malformed';
    expect(refused('nonsense')).toMatchObject({ code, values: { file } });
    expect(refused(JSON.stringify(changed('looks', 9)))).toMatchObject({ code, values: { field: 'rules.1.years' } });
    expect(() => readRetention('/nowhere')).toThrow(expect.objectContaining({ code }));
  });
});
