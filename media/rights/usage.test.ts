import { expect, test } from 'vitest';
import { imageUse } from '#record/common.ts';
import { rightsUses } from './effective-rights.ts';
import { isForPress, narrowed, usageOf } from './usage.ts';

const rights = { uses: [], territories: [] };

test('of what nobody has limited nothing is said', () => {
  expect(usageOf(rights, [])).toEqual({ uses: null, territories: null });
  expect(usageOf({ uses: [], territories: [' ', ''] }, [{ uses: [] }])).toEqual({ uses: null, territories: null });
});

test('rights and every consent have to allow a use', () => {
  const uses = (own: readonly never[] | typeof rightsUses, ...consents: (typeof rightsUses)[number][][]) =>
    usageOf(
      { ...rights, uses: own },
      consents.map((one) => ({ uses: one })),
    ).uses;
  expect(uses(rightsUses)).toEqual(['web', 'print', 'social', 'commercial']);
  expect(uses(rightsUses, ['print', 'web'])).toEqual(['web', 'print']);
  expect(uses([], ['social', 'web'], [])).toEqual(['web', 'social']);
  expect(uses([], ['social', 'web'], ['web', 'print'])).toEqual(['web']);
});

test('territories are told by code, each once, and as they are written where they have none', () => {
  const written = ['Việt Nam', 'VN', 'Đông Nam Á', 'lao'];
  expect(usageOf({ uses: [], territories: written }, []).territories).toEqual(['VN', 'Đông Nam Á', 'lao']);
});

test('what is narrowed opens nothing', () => {
  const both = { uses: ['web', 'print'], territories: ['VN'] } as const;
  expect(narrowed(both, { uses: null, territories: null })).toEqual(both);
  expect(narrowed(both, { uses: ['web', 'social'], territories: null }).uses).toEqual(['web']);
  expect(narrowed({ uses: null, territories: null }, both)).toEqual(both);
  const nothing = { uses: [], territories: null };
  expect([narrowed(both, nothing).uses, narrowed(nothing, both).uses]).toEqual([[], []]);
});

test('the press takes along what may be printed or posted', () => {
  expect([null, undefined, ['web', 'print'], ['web', 'social'], rightsUses].map(isForPress)).not.toContain(false);
  expect([['web'], ['web', 'commercial']].map(isForPress)).toEqual([false, false]);
});

test('the feed knows the uses that rights know', () => {
  expect(imageUse.options).toEqual(rightsUses);
});
