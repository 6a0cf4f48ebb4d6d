import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockTexts } from '#demo/content/body-texts.ts';
import { plainText } from '#demo/content/inline.ts';
import { loadContent } from '#demo/content/load-content.ts';
import { i18nConfig } from '#editorial/admin/admin-config.ts';
import { mendedWords } from '#editorial/admin/words/mended-words.ts';
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

type Tree = Record<string, Record<string, string>>;

/** What Payload brings along, as the studio shows it: mended where we word it otherwise. */
const brought = (language: 'fr' | 'en'): [key: string, text: string][] => {
  const { supportedLanguages, translations } = i18nConfig();
  const shown = (translations as unknown as Record<string, Tree>)[language];
  return Object.entries(supportedLanguages?.[language]?.translations as unknown as Tree).flatMap(([space, texts]) =>
    Object.keys(texts).map((key): [string, string] => [`${space}:${key}`, shown?.[space]?.[key] ?? texts[key] ?? '']),
  );
};

describe.each(['fr', 'en'] as const)('the words that Payload brings along in %s', (language) => {
  test('are set as a printer would', () => {
    const shown = brought(language).filter(([, text]) => !/<a /.test(text));
    expect(shown.length).toBeGreaterThan(500);
    expect(shown.flatMap(([key, text]) => offencesIn(asRead(text), language).map((each) => `${key}: ${each}`))).toEqual(
      [],
    );
  });

  test('hold every one that is mended, so that none is mended in vain', () => {
    const known = i18nConfig().supportedLanguages?.[language]?.translations as unknown as Tree;
    const strange = Object.entries(mendedWords[language]).flatMap(([space, texts]) =>
      Object.keys(texts).filter((key) => known[space]?.[key] === undefined),
    );
    expect(strange).toEqual([]);
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
