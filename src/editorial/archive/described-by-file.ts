import {
  describedLengths,
  type describedLists,
  describedLocal,
  type describedTexts,
  modelReleases,
  mostListed,
  sourceTypes,
} from '#collections/fields/described.ts';
import { type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import type { EmbeddedRecord, Said } from '#media/metadata/embedded-record.ts';
import type { EmbeddedProperty } from '#media/metadata/embedded-table.ts';
import { isRealDay } from '../input/real-date.ts';

/*
 * What a file says of itself beyond title, alternative text and caption, as fields of its picture (decision 0022). Only what
 * nobody needs to confirm: a value that may be in an older encoding is left out, and with it the whole list that it stands
 * in. What is longer than its field is left out too, since half a sentence says something else.
 */

type Facts = Readonly<Record<string, string | string[]>>;

const saidOf = ({ values }: EmbeddedRecord, property: EmbeddedProperty): readonly Said[] =>
  values[property]?.said ?? [];

const isUndoubted = (said: readonly Said[]): boolean => said.length > 0 && said.every(({ legacy }) => !legacy);

const fits = (field: keyof typeof describedLengths, text: string): boolean => text.length <= describedLengths[field];

type Reader = (embedded: EmbeddedRecord) => string | undefined;

/** All items of a list as one text. */
const joined =
  (property: EmbeddedProperty): Reader =>
  (embedded) => {
    const said = saidOf(embedded, property);
    return isUndoubted(said) ? said.map(({ text }) => text).join(', ') : undefined;
  };

/** The one text of alternatives by language: the one for everybody, else the first. */
const forAll =
  (property: EmbeddedProperty): Reader =>
  (embedded) => {
    const certain = saidOf(embedded, property).filter(({ legacy }) => !legacy);
    return (certain.find(({ lang }) => lang === 'x-default') ?? certain[0])?.text;
  };

const texts: Readonly<Record<(typeof describedTexts)[number], Reader>> = {
  copyright: forAll('notice'),
  licensor: joined('licensor'),
  placeCreated: joined('placeCreated'),
  digitised: (embedded) => {
    const day = saidOf(embedded, 'digitised')[0]?.text.slice(0, 'yyyy-mm-dd'.length);
    return day && isRealDay(day) ? day : undefined;
  },
};

const termIn = (embedded: EmbeddedRecord, property: 'sourceType' | 'modelRelease', known: readonly string[]) =>
  known.find((term) => term === saidOf(embedded, property)[0]?.text);

const listIn = (embedded: EmbeddedRecord, field: (typeof describedLists)[number]): string[] => {
  const said = saidOf(embedded, field);
  const items = isUndoubted(said) ? said.map(({ text }) => text.replaceAll('\n', ' ')) : [];
  return items.filter((text) => fits(field, text)).slice(0, mostListed);
};

/** What languages share. A field of which the file says nothing certain is absent. */
export const factsInFile = (embedded: EmbeddedRecord): Facts => {
  const said = Object.entries(texts).flatMap(([field, read]) => {
    const text = read(embedded);
    return text && fits(field as keyof typeof texts, text) ? [[field, text] as const] : [];
  });
  const sourceType = termIn(embedded, 'sourceType', sourceTypes);
  const modelRelease = termIn(embedded, 'modelRelease', modelReleases);
  const [placesShown, keywords] = [listIn(embedded, 'placesShown'), listIn(embedded, 'keywords')];
  return {
    ...Object.fromEntries(said),
    ...(sourceType && { sourceType }),
    ...(modelRelease && { modelRelease }),
    ...(placesShown.length > 0 && { placesShown }),
    ...(keywords.length > 0 && { keywords }),
  };
};

const isUnnamed = ({ lang }: Said): boolean => lang === '' || lang === 'x-default';

/**
 * What is said in one language.
 * @param isUsual whether what names no language is taken to be in this one; a text for everybody that is the same as that of
 *   a language is in that language
 */
export const wordsInFile = (
  embedded: EmbeddedRecord,
  locale: StudioLocale,
  isUsual: boolean,
): Readonly<Partial<Record<(typeof describedLocal)[number], string>>> => {
  const tag = toPublicLocale(locale);
  const found = describedLocal.flatMap((field) => {
    const certain = saidOf(embedded, field).filter(({ legacy }) => !legacy);
    const named = certain.filter((one) => !isUnnamed(one));
    const free = certain.find((one) => isUnnamed(one) && named.every(({ text }) => text !== one.text));
    const text = (named.find(({ lang }) => lang === tag) ?? (isUsual ? free : undefined))?.text;
    return text && fits(field, text) ? [[field, text] as const] : [];
  });
  return Object.fromEntries(found);
};
