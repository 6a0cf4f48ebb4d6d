import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allChecks } from '#translation/checks/all-checks.ts';
import { checkCodes } from '#translation/checks/check-codes.ts';
import { runChecks } from '#translation/checks/run-checks.ts';
import { plainText } from '#translation/content.ts';
import type { Concept } from '#translation/terms/concept.ts';
import { termFindings } from '#translation/terms/term-findings.ts';
import { buildTermIndex } from '#translation/terms/term-index.ts';
import { type Example, examplesOf, type PageLanguage, readPage } from '../support/check-pages.ts';
import { faults, otherNames } from '../support/typography.ts';
import { languages, readWords } from '../support/words.ts';

const root = resolve(import.meta.dirname, '../..');
const both: readonly PageLanguage[] = ['en', 'vi'];

/** The registry that the pages of terms and forbidden names speak of. */
const committee: Concept = {
  id: 'committee',
  kind: 'office',
  forms: [
    { locale: 'vi', term: 'Ủy ban nhân dân Thành phố', status: 'approved', stops: false },
    { locale: 'en', term: 'City People’s Committee', status: 'approved', stops: false },
    { locale: 'en', term: 'City Hall of Saigon', status: 'forbidden', stops: true },
  ],
};
const registry = buildTermIndex([committee]);

/** The field of the page about length. */
const limit = 40;

const codesFoundIn = ({ source, target, sourceLocale, targetLocale }: Example): string[] => {
  const terms = termFindings(registry, {
    source: { text: plainText(source), locale: sourceLocale },
    target: { text: plainText(target), locale: targetLocale },
    day: '2026-11-27',
  });
  const pair = { source, target, sourceLocale, targetLocale, role: 'paragraph' as const, terms };
  return runChecks({ ...pair, limit }).map(({ check }) => check);
};

test('every code has one check, in the order of the codes', () => {
  expect(allChecks.map(({ code }) => code)).toEqual(checkCodes);
});

describe.each(checkCodes)('the check %s', (code) => {
  test.each(both)('has a page in %s, with examples that are found and examples that are not', (language) => {
    const examples = examplesOf(readPage(code, language));
    const found = examples.filter((example) => codesFoundIn(example).includes(code)).map(({ row }) => row);
    expect(found).toEqual(examples.filter(({ isWrong }) => isWrong).map(({ row }) => row));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(examples.length);
  });

  test('calls itself on its page as on the screen', () => {
    for (const language of both) {
      const [, title] = /^# (.*)$/m.exec(readPage(code, language)) ?? [];
      expect(title).toBe(readWords(language, 'checks')[`${code}-name`]);
    }
  });

  test('says on its page whether it stops a publication', () => {
    const [, severity = ''] = /^`[\w-]+` · (.*)$/m.exec(readPage(code, 'en')) ?? [];
    const stops = allChecks.find((check) => check.code === code)?.severity === 'stops';
    expect(severity).toMatch(stops ? /^Stops/ : /^Warns/);
  });

  test('has the same examples in Vietnamese', () => {
    const [english, vietnamese] = both.map((language) => examplesOf(readPage(code, language)));
    const bare = (examples: readonly Example[] = []) => examples.map(({ row: _, ...rest }) => rest);
    expect(bare(vietnamese)).toEqual(bare(english));
  });

  test('is in the list of checks', () => {
    for (const language of both) expect(readPage('README', language)).toContain(`(${code}.md)`);
  });

  test('has a page that is set as Vietnamese is', () => {
    const prose = readPage(code, 'vi')
      .replace(/^\|.*$/gm, '')
      .replace(/`[^`]*`/g, 'x');
    const rules = [...faults, ...otherNames].filter((rule) => rule.languages.includes('vi'));
    expect(rules.filter(({ pattern }) => pattern.test(prose)).map(({ name }) => name)).toEqual([]);
  });
});

test('there is no page of a check that is gone', () => {
  for (const folder of ['docs/checks', 'docs/vi/checks']) {
    const pages = globSync('*.md', { cwd: resolve(root, folder) }).map((name) => name.replace('.md', ''));
    expect(pages.sort()).toEqual(['README', ...checkCodes].sort());
  }
});

describe('what checks say', () => {
  const asked = globSync('src/translation/checks/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] })
    .flatMap((file) => [
      ...readFileSync(resolve(root, file), 'utf8').matchAll(
        /'((?:fact|codes|quotes|foreign-letters|vietnamese-tones)-[a-z]+)'/g,
      ),
    ])
    .map(([, key = '']) => key);

  test.each(languages)('is in the words of %s', (language) => {
    const words = readWords(language, 'checks');
    expect(asked.length).toBeGreaterThan(8);
    expect([...new Set(asked)].filter((key) => !(key in words) && !checkCodes.includes(key as never))).toEqual([]);
  });

  test.each(languages)('fills every variable of the words of %s', (language) => {
    const words = readWords(language, 'checks');
    const lacking = checkCodes.flatMap((code) =>
      examplesOf(readPage(code, 'en')).flatMap((example) =>
        runChecks({ ...example, role: 'paragraph', limit }).flatMap(({ says, values }) => {
          const variables = [...(words[says] ?? '{{no-such-words}}').matchAll(/{{([\w-]+)}}/g)].map(
            ([, name = '']) => name,
          );
          return variables.filter((name) => !(name in values)).map((name) => `${says}: ${name}`);
        }),
      ),
    );
    expect(lacking).toEqual([]);
  });
});
