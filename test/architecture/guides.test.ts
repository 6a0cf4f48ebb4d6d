import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mendedWords } from '#editorial/admin/words/mended-words.ts';
import { faults, otherNames } from '../support/typography.ts';
import { namespaces, readWords } from '../support/words.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const folders = { en: docs, vi: join(docs, 'vi') };
type GuideLanguage = keyof typeof folders;

const read = (guide: string, language: GuideLanguage): string => readFileSync(join(folders[language], guide), 'utf8');
const guidesIn = (language: GuideLanguage): string[] => globSync('*-guide.md', { cwd: folders[language] }).sort();

/** A label as a guide quotes it: without what is filled in, and without the dots that promise a dialogue. */
const asQuoted = (label: string): string =>
  label
    .replace(/{{.*$/, '')
    .replace(/…$|\s*\((?:optional|không bắt buộc)\)$/, '')
    .trim();

const labelsIn = (language: GuideLanguage): Set<string> =>
  new Set(
    [
      ...namespaces().flatMap((namespace) => Object.values(readWords(language, namespace))),
      ...Object.values(mendedWords[language]).flatMap((words) => Object.values(words)),
    ].map(asQuoted),
  );

/** Bold words of a guide stand for words on the screen; `**in bold**` says so itself. */
const quotedIn = (text: string): string[] =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)]
    .map(([, words = '']) => words.replace(/\s+/g, ' '))
    .filter((words) => words !== 'bold' && words !== 'in đậm');

/** What is the same in every language: headings, pictures, lists, rows of tables, blocks of commands. */
const shapeOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const [start = ''] = /^(?:#+ |```|\||!\[|\d+\. |- )/.exec(line) ?? [];
    return start === '' ? [] : [start.startsWith('!') ? line.replace(/^.*\//, 'picture ') : start.trim()];
  });

const roles = ['editor', 'translator', 'publisher', 'curator', 'lawyer', 'terminology', 'security-officer'].map(
  (role) => `${role}-guide.md`,
);
const both: readonly GuideLanguage[] = ['en', 'vi'];

test.each(roles.flatMap((guide) => both.map((language) => [guide, language] as const)))(
  '%s calls things what the screen calls them in %s',
  (guide, language) => {
    const quoted = quotedIn(read(guide, language));
    const labels = labelsIn(language);
    expect(quoted.length).toBeGreaterThan(3);
    expect(quoted.filter((words) => !labels.has(words))).toEqual([]);
  },
);

test('there is a guide in Vietnamese for each in English', () => {
  expect(guidesIn('en').length).toBeGreaterThan(roles.length);
  expect(guidesIn('vi')).toEqual(guidesIn('en'));
});

describe.each(guidesIn('en'))('%s in Vietnamese', (guide) => {
  test('is built like the English one', () => expect(shapeOf(read(guide, 'vi'))).toEqual(shapeOf(read(guide, 'en'))));

  test('is set as Vietnamese is', () => {
    const prose = read(guide, 'vi')
      .replace(/^(?:```[\s\S]*?^```|!\[.*)$/gm, '')
      .replace(/`[^`]*`/g, 'x');
    const rules = [...faults, ...otherNames].filter(({ languages }) => languages.includes('vi'));
    expect(rules.filter(({ pattern }) => pattern.test(prose)).map(({ name }) => name)).toEqual([]);
  });
});
