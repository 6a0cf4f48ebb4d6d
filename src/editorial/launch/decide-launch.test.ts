import { expect, test } from 'vitest';
import { decideLaunch } from './decide-launch.ts';

const at = '2026-12-01T02:00:00.000Z';
const ready = (locale: 'vi' | 'en' | 'fr' | 'zh') => ({ locale, state: 'ready', lacks: [] }) as const;
const late = (locale: 'vi' | 'en' | 'fr' | 'zh') =>
  ({ locale, state: 'lacking', lacks: [{ code: 'launch-unapproved' }] }) as const;
const out = (locale: 'vi' | 'en' | 'fr' | 'zh') => ({ locale, state: 'public', lacks: [] }) as const;

test.each(['hold', 'without', 'fallback'] as const)('all that is ready goes, whatever the rule (%s)', (rule) => {
  expect(decideLaunch(rule, [ready('vi'), ready('fr')], at)).toEqual({ goes: true, locales: ['vi', 'fr'], fates: {} });
});

test('one that is late holds all where the rule says so', () => {
  const decision = decideLaunch('hold', [ready('vi'), late('fr')], at);
  expect(decision).toMatchObject({ goes: false, locales: [] });
  expect(decision.fates.fr).toEqual({ fate: 'held', at, reasons: ['launch-unapproved'] });
});

test.each([
  ['without', 'left-out'],
  ['fallback', 'fallback'],
] as const)('the others go where the rule is %s, and the late one is %s', (rule, fate) => {
  const decision = decideLaunch(rule, [ready('vi'), late('fr')], at);
  expect(decision).toMatchObject({ goes: true, locales: ['vi'] });
  expect(decision.fates.fr?.fate).toBe(fate);
});

test.each(['without', 'fallback'] as const)('nothing goes where nothing is ready (%s)', (rule) => {
  const decision = decideLaunch(rule, [late('vi'), late('fr')], at);
  expect(decision).toMatchObject({ goes: false, locales: [] });
  expect(decision.fates.vi?.fate).toBe('held');
});

test('what is out already is no reason to wait, and does not go out again', () => {
  expect(decideLaunch('hold', [out('vi'), ready('fr')], at)).toMatchObject({ goes: true, locales: ['fr'] });
  expect(decideLaunch('fallback', [out('vi'), late('fr')], at)).toMatchObject({ goes: true, locales: [] });
  expect(decideLaunch('hold', [out('vi')], at)).toMatchObject({ goes: true, locales: [] });
});

test('what was late follows when it is ready, and the launch is over when nothing is left', () => {
  expect(decideLaunch('fallback', [late('fr')], at, true)).toMatchObject({ goes: false, locales: [] });
  expect(decideLaunch('fallback', [late('fr')], at, true).fates.fr?.fate).toBe('fallback');
  expect(decideLaunch('fallback', [ready('fr'), late('zh')], at, true)).toMatchObject({ goes: true, locales: ['fr'] });
  expect(decideLaunch('fallback', [out('fr')], at, true)).toMatchObject({ goes: true, locales: [] });
});
