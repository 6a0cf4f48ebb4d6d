import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failures } from '#errors/failures.ts';
import { faults, lacksSpace, otherNames } from '../support/typography.ts';
import { languages, namespaces, readContext, readWords, variablesOf } from '../support/words.ts';

const root = resolve(import.meta.dirname, '../..');
const context = readContext();

describe.each(namespaces())('the words of %s', (namespace) => {
  const english = readWords('en', namespace);
  const keys = Object.keys(english).sort();

  test.each(languages)('are all there in %s', (language) => {
    const words = readWords(language, namespace);
    expect(stemsOf(words)).toEqual(stemsOf(english));
    expect(Object.entries(words).filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
  });

  test.each(languages)('that hold a number have every plural form of %s', (language) => {
    const words = readWords(language, namespace);
    const counted = stemsOf(Object.fromEntries(Object.entries(words).filter(([key]) => plural.test(key))));
    const lacking = counted.flatMap((stem) => pluralForms(language).filter((form) => !(`${stem}_${form}` in words)));
    expect(lacking).toEqual([]);
    const spare = Object.keys(words).filter((key) => plural.test(key) && !pluralForms(language).includes(formOf(key)));
    expect(spare).toEqual([]);
    const withNumber = Object.entries(words).filter(([, text]) => variablesOf(text).includes('count'));
    expect(withNumber.map(([key]) => key).filter((key) => !plural.test(key))).toEqual([]);
  });

  test.each(languages)('lose no variable in %s', (language) => {
    const words = readWords(language, namespace);
    const other = (key: string) => english[key] ?? english[key.replace(plural, '_other')] ?? '';
    const lost = Object.entries(words).filter(
      ([key, text]) => variablesOf(text).join() !== variablesOf(other(key)).join(),
    );
    expect(lost).toEqual([]);
  });

  test('are described, each of them and no other', () => {
    expect(Object.keys(context[namespace] ?? {}).sort()).toEqual(keys);
    const poor = Object.entries(context[namespace] ?? {}).filter(([, about]) => about.trim().length < 8);
    expect(poor).toEqual([]);
  });

  test.each(languages)('are normalised (NFC) in %s', (language) => {
    const words = Object.entries(readWords(language, namespace));
    expect(words.filter(([, text]) => text !== text.normalize('NFC') || !text.isWellFormed())).toEqual([]);
  });

  test('keep French typography', () => {
    const wrong = Object.entries(readWords('fr', namespace)).filter(([, text]) => / [;:!?»]|« /.test(text));
    expect(wrong).toEqual([]);
  });

  test.each([...faults, ...otherNames])('are set without $name', ({ languages: set, pattern }) => {
    const texts = set.flatMap((language) => Object.entries(readWords(language, namespace)));
    expect(texts.filter(([, text]) => pattern.test(text))).toEqual([]);
  });

  test('have a space between Chinese and Latin letters or figures', () => {
    expect(Object.entries(readWords('zh', namespace)).filter(([, text]) => lacksSpace(text))).toEqual([]);
  });
});

test('every language has the same namespaces, and context.json describes no other', () => {
  for (const language of languages) {
    const files = globSync('*.json', { cwd: join(root, 'locales', language) }).map((name) => name.replace('.json', ''));
    expect(files.sort()).toEqual(namespaces().sort());
  }
  expect(Object.keys(context).sort()).toEqual(namespaces().sort());
});

test('every failure has words, and no words are left of a failure that is gone', () => {
  expect(Object.keys(readWords('en', 'errors')).sort()).toEqual(Object.keys(failures).sort());
});

describe('words that code asks for', () => {
  const known = new Set(
    namespaces().flatMap((space) => Object.keys(readWords('en', space)).map((key) => `${space}:${key}`)),
  );
  const asked = keysInCode();

  test('are asked for somewhere', () => expect(asked.length).toBeGreaterThan(50));

  test('exist', () => {
    const missing = asked.filter(({ key }) => !isKnown(key, known)).map(({ key, file }) => `${key} in ${file}`);
    expect(missing).toEqual([]);
  });
});

/** The end of a key that has a text for each plural form. */
const plural = /_(zero|one|two|few|many|other)$/;

const formOf = (key: string): string => plural.exec(key)?.[1] ?? '';

/** Keys without the ends of their plural forms, each once, in order. */
const stemsOf = (words: object): string[] =>
  [...new Set(Object.keys(words).map((key) => key.replace(plural, '')))].sort();

/** The plural forms that a language has for a number of things. */
const pluralForms = (language: string): string[] => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

interface Asked {
  readonly key: string;
  readonly file: string;
}

/** Texts in quotes that begin with the name of a namespace; `${…}` stands for anything. */
function keysInCode(): Asked[] {
  const pattern = new RegExp(`['\`]((?:${namespaces().join('|')}):[^'\`\\n]+)['\`]`, 'g');
  return globSync('{src,collections}/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.test.ts'] }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, key = '']) => ({ key, file })),
  );
}

/** A key that ends in a number of something has a form for each plural. */
function isKnown(key: string, known: ReadonlySet<string>): boolean {
  if (known.has(key) || known.has(`${key}_other`)) return true;
  if (!key.includes('${')) return false;
  const parts = key.split(/\$\{[^}]*\}+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const shape = new RegExp(`^${parts.join('.+')}$`);
  return [...known].some((one) => shape.test(one));
}
