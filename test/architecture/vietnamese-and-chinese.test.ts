import { describe, expect, test } from 'vitest';
import { i18nConfig } from '#editorial/admin/admin-config.ts';
import { mendedWords } from '#editorial/admin/words/mended-words.ts';
import { faults, otherNames } from '../support/typography.ts';

type Tree = Record<string, Record<string, string>>;

const { supportedLanguages, translations } = i18nConfig();
const shipped = (language: 'vi' | 'zh') => supportedLanguages?.[language]?.translations as unknown as Tree;

/** What Payload brings along, as the studio shows it: mended where we word it otherwise. */
const brought = (language: 'vi' | 'zh'): [key: string, text: string][] => {
  const shown = (translations as unknown as Record<string, Tree>)[language];
  return Object.entries(shipped(language)).flatMap(([space, texts]) =>
    Object.keys(texts).map((key): [string, string] => [`${space}:${key}`, shown?.[space]?.[key] ?? texts[key] ?? '']),
  );
};

/** Texts of mails, which nobody gets: the studio sends none. */
const isOfMail = (text: string): boolean => /<a /.test(text);

describe.each(['vi', 'zh'] as const)('the words that Payload brings along in %s', (language) => {
  const texts = brought(language).filter(([, text]) => !isOfMail(text));

  test.each([...faults, ...otherNames].filter(({ languages }) => languages.includes(language)))(
    'are set without $name',
    ({ pattern }) => expect(texts.filter(([, text]) => pattern.test(text))).toEqual([]),
  );

  test('hold every one that is mended, so that none is mended in vain', () => {
    const strange = Object.entries(mendedWords[language]).flatMap(([space, words]) =>
      Object.keys(words)
        .filter((key) => shipped(language)[space]?.[key] === undefined)
        .map((key) => `${space}:${key}`),
    );
    expect(strange).toEqual([]);
  });

  test('fill in nothing that Payload does not give', () => {
    const valuesOf = (text = '') => [...text.matchAll(/{{\w+}}/g)].map(([value]) => value);
    const lost = Object.entries(mendedWords[language]).flatMap(([space, words]) =>
      Object.entries(words)
        .filter(([key, text]) => valuesOf(text).some((value) => !shipped(language)[space]?.[key]?.includes(value)))
        .map(([key]) => `${space}:${key}`),
    );
    expect(lost).toEqual([]);
  });
});

test('no English is left in the Vietnamese words that Payload brings along', () => {
  const english = /(?<!\p{L})(?:fields?|files?|blocks?|collections?|locales?|errors?|upload)(?!\p{L})/iu;
  const left = brought('vi').filter(([, text]) => !isOfMail(text) && english.test(text.replace(/{{\w+}}/g, '')));
  expect(left).toEqual([]);
});
