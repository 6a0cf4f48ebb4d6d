import { expect, test } from 'vitest';
import { stateSecrets } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { type FailureCode, failures, isFailureCode } from '#errors/failures.ts';
import { studioLocales } from '#languages/locales.ts';
import { problemOf } from './problem.ts';

test.each(studioLocales)('a state secret is refused with the law as the reason, in %s', (language) => {
  for (const level of stateSecrets) {
    const { detail, values } = problemOf(new Failure('level-not-allowed', { level }), language);
    expect(detail).toContain('117/2025/QH15');
    expect(detail).toContain('29/2018/QH14');
    expect(detail).not.toContain(level);
    expect(values).toEqual({ level });
  }
});

test.each(studioLocales)('so is a start beside one, with what to do, in %s', (language) => {
  const { detail } = problemOf(new Failure('secrets-stored'), language);
  for (const named of ['117/2025/QH15', '29/2018/QH14', 'PROFILE=isolated']) expect(detail).toContain(named);
});

test('the law has its own title in Vietnamese and its customary one in Chinese', () => {
  const failure = new Failure('level-not-allowed', { level: 'mat' });
  expect(problemOf(failure, 'vi').detail).toContain('Luật Bảo vệ bí mật nhà nước');
  expect(problemOf(failure, 'zh').detail).toContain('《国家秘密保护法》');
});

test.each(studioLocales)('every refusal that a person can meet has a title of its own words, in %s', (language) => {
  const met = Object.entries(failures).filter(([, { audience }]) => audience !== 'operator');
  const bare = met.map(([code]) => code).filter((code) => isFailureCode(code) && isBare(code, language));
  expect(bare).toEqual([]);
});

/** Where there are no words the key itself stands. */
const isBare = (code: FailureCode, language: (typeof studioLocales)[number]): boolean =>
  problemOf(new Failure(code), language).title.includes(code);
