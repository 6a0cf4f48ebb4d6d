import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockTexts } from '#demo/content/body-texts.ts';
import { plainText } from '#demo/content/inline.ts';
import { loadContent } from '#demo/content/load-content.ts';
import { offencesIn, typography } from '../support/french-and-english.ts';
import { type Language, languages, namespaces, readWords } from '../support/words.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a person reads of a text: a number for a variable, a word for an address or for words that are filled in. */
const asRead = (text: string): string =>
  text
    .replace(/\$t\([^)]*\)/g, 'x')
    .replace(/{{[^}]*}}/g, '8')
    .replace(/(?:https?|file|mongodb):\S*|\?replicaSet=\S*/g, 'x')
    .trim();

describe.each(languages)('the words in %s', (language) => {
  test.each(namespaces())('of %s are set as a printer would', (namespace) => {
    const offences = Object.entries(readWords(language, namespace)).flatMap(([key, text]) =>
      offencesIn(asRead(text), language).map((offence) => `${key}: ${offence}`),
    );
    expect(offences).toEqual([]);
  });
});

const content = await loadContent();

test('the demo is set as a printer would', () => {
  const { articles, events, images, places, topics, agencies } = content;
  const documents = [...articles, ...events].flatMap(({ key, words }) =>
    Object.entries(words).flatMap(([locale, { title, summary, reviewNote = '', body }]) =>
      [title, summary, reviewNote, ...body.flatMap(blockTexts)].map((text) => ({ key, locale, text })),
    ),
  );
  const described = [...images, ...places, ...topics, ...agencies].flatMap(({ key, words }) =>
    Object.entries(words).flatMap(([locale, texts]) =>
      Object.values<string>(texts).map((text) => ({ key, locale, text })),
    ),
  );
  const offences = [...documents, ...described].flatMap(({ key, locale, text }) =>
    offencesIn(plainText(text), locale as Language).map((offence) => `${key} ${locale}: ${offence}`),
  );
  expect(offences).toEqual([]);
});

describe('English pages', () => {
  const pages = globSync(['*.md', 'docs/*.md', 'docs/decisions/*.md'], { cwd: root });
  /** Of a page, the words between code, addresses and tags. */
  const proseOf = (page: string): string[] =>
    readFileSync(join(root, page), 'utf8')
      .replace(/```.*?```/gs, '')
      .replace(/`[^`\n]*`|\]\([^)]*\)|<[^>\n]+>|!\[/g, '')
      .split('\n');

  test.each(pages)('%s has curved quotation marks and apostrophes', (page) => {
    expect(proseOf(page).filter((line) => /["']/.test(line))).toEqual([]);
  });
});

test.each([
  ['fr', 'Voici : non', 'no-break space before the colon'],
  ['fr', 'Quoi ?', 'narrow space before'],
  ['fr', 'le “mot”', 'guillemets'],
  ['fr', 'le 1 mars', '1er'],
  ['fr', 'au coeur', 'œ'],
  ['fr', 'A la une', 'accents on capitals'],
  ['fr', 'à Saigon', 'names that the city'],
  ['fr', '90 secondes', 'kept together'],
  ['en', 'the color', 'British spelling'],
  ['en', 'recognized', 'British spelling'],
  ['en', '1886-1891', 'en dash'],
  ['en', 'Ho Chi Minh Ville', 'names that the city'],
  ['en', "the gate's key", 'curved quotation marks'],
] as const)('the rules see the fault in %s “%s”', (language, text, about) => {
  expect(offencesIn(text, language).join()).toContain(about);
  expect(typography.length).toBeGreaterThan(15);
});
