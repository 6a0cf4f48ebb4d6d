import type { PublicLocale } from '#languages/locales.ts';
import { territoriesText, usesText } from '#media/rights/usage-text.ts';
import type { AlbumEdition, ImageEdition } from '#record/records.ts';
import { nameOfRights } from '../http/rights-names.ts';
import { csvOf } from './csv.ts';
import type { KitWords } from './kit-words.ts';

/** A picture of a kit with the words that it has for readers of one language. */
export interface KitPicture {
  /** Its file in the ZIP. */
  readonly file: string;
  readonly edition: ImageEdition;
  /** Language of the words; another one where it has none in that of the file. */
  readonly locale: PublicLocale;
  readonly href: string;
}

type Line = readonly [label: string, value: string | null | undefined];

const text = (blocks: readonly string[]): Buffer =>
  Buffer.from(`${blocks.filter((block) => block !== '').join('\n\n')}\n`.replaceAll(/\r\n?/g, '\n'));

const lines = (all: readonly Line[], words: KitWords): string =>
  all
    .flatMap(([label, value]) =>
      value ? [words['kit.line'].replace('{{label}}', () => label).replace('{{value}}', () => value)] : [],
    )
    .join('\n');

const rightsLines = ({ edition, locale }: KitPicture, words: KitWords): Line[] => [
  [words.credit, edition.credit],
  [words['kit.holder'], edition.holder],
  [words.rights, nameOfRights(edition.rights, locale)],
  [words['kit.rightsAddress'], edition.webStatement ?? edition.rights],
  [words['kit.terms'], edition.terms],
  ...usageLines(edition, words),
];

/** In the language of the file: whoever reads it has to understand what is not allowed. */
const usageLines = ({ uses, territories }: ImageEdition, words: KitWords): Line[] => [
  [words.uses, uses && usesText(uses, words, words.locale)],
  [words.territories, territories && territoriesText(territories, words.locale)],
];

/** What the press is told, and whom it may ask. */
export const pressTextOf = ({ title, description, press }: AlbumEdition, words: KitWords): Buffer => {
  const contacts = (press?.contacts ?? []).map(({ name, role, organisation, phone, email }) =>
    [name, role, organisation, phone, email].filter(Boolean).join('\n'),
  );
  return text([
    title,
    description,
    press?.text.trim() ?? '',
    ...(contacts.length > 0 ? [words['kit.contacts']] : []),
    ...contacts,
  ]);
};

/** Captions to be read. */
export const captionsOf = (pictures: readonly KitPicture[], words: KitWords): Buffer =>
  text(
    pictures.map((picture) => {
      const { file, edition } = picture;
      const about = [edition.title, edition.caption, edition.alt].filter((part) => part !== '');
      const facts: Line[] = [
        [words.creator, edition.creator],
        [words.date, edition.date],
        ...rightsLines(picture, words),
      ];
      return [file, ...about, lines(facts, words)].join('\n');
    }),
  );

/** Captions for tables and programs. */
export const captionTableOf = (pictures: readonly KitPicture[], words: KitWords): Buffer =>
  csvOf([
    [
      ...[words['kit.file'], words['kit.title'], words['kit.caption'], words['kit.alt'], words.creator, words.credit],
      ...[
        words.date,
        words['kit.holder'],
        words.rights,
        words['kit.rightsAddress'],
        words['kit.terms'],
        words['kit.address'],
        ...[words.uses, words.territories],
      ],
    ],
    ...pictures.map(({ file, edition, locale, href }) => [
      ...[file, edition.title, edition.caption, edition.alt, edition.creator, edition.credit, edition.date ?? ''],
      ...[edition.holder ?? '', nameOfRights(edition.rights, locale), edition.webStatement ?? edition.rights],
      ...[edition.terms ?? '', href, ...usageLines(edition, words).map(([, value]) => value ?? '')],
    ]),
  ]);

/** How the pictures may be used, each by its own rights. */
export const licenceOf = (pictures: readonly KitPicture[], words: KitWords): Buffer =>
  text([
    words['kit.licence'],
    words['kit.licenceNote'],
    ...pictures.map((picture) => [picture.file, lines(rightsLines(picture, words), words)].join('\n')),
  ]);
