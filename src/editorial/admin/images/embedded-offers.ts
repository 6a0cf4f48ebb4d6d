import {
  describedLists,
  describedLocal,
  describedShared,
  modelReleases,
  sourceTypes,
} from '#collections/fields/described.ts';
import { isWrittenLocale, type StudioLocale, studioLocales, toStudioLocale } from '#languages/locales.ts';
import { canonicalRights } from '#media/rights/rights.ts';
import type { FileWords, SaidWords } from './embedded-answer.ts';

/** Fields of the upload form that can take over what a file says; the first three have a text for each language. */
export type BasicTarget = 'title' | 'alt' | 'caption' | 'credit' | 'creator' | 'takenOn' | 'rights';
/** Fields of the page of a picture that can. */
export type Target = BasicTarget | (typeof describedLocal)[number] | (typeof describedShared)[number];
/** Where it is taken over: the upload form has fewer fields, and what it lacks is filled in by the archive. */
export type Form = 'upload' | 'page';

export interface Offer {
  /** Property of the table of embedded words, e.g. `headline`. */
  readonly property: string;
  /** As the file has it; the items of a list one after another. */
  readonly text: string;
  readonly source: SaidWords['source'];
  /** Tag of the language that the file names; empty where it names none. */
  readonly lang: string;
  /** What the text seems to mean where it seems to be in an older encoding. */
  readonly legacy: SaidWords['legacy'];
  /** What the field would get, and which; null where the form has none for it. */
  readonly take: {
    readonly target: Target;
    /** A list for those fields that hold one. */
    readonly value: string | readonly string[];
    readonly locales: readonly StudioLocale[];
  } | null;
  /** What a lesser block of the file says otherwise. */
  readonly differing: readonly SaidWords[];
}

const basic: Readonly<Record<string, Target>> = {
  title: 'title',
  headline: 'title',
  caption: 'caption',
  alt: 'alt',
  creator: 'creator',
  credit: 'credit',
  created: 'takenOn',
  webStatement: 'rights',
};
const described = [...describedLocal, ...describedShared];
const targets: Readonly<Record<Form, Readonly<Record<string, Target>>>> = {
  upload: basic,
  page: { ...basic, ...Object.fromEntries(described.map((field) => [field, field])), notice: 'copyright' },
};
const lists = new Set(['creator', 'licensor', 'persons', 'placeCreated', 'placesShown', 'keywords']);
const listed = new Set<Target>(describedLists);
const worded = new Set<Target>(['title', 'alt', 'caption', ...describedLocal]);

/** Whether each language has a text of its own in this field. */
export const isWorded = (target: Target): boolean => worded.has(target);

/** What a curator can take over or at least see, in the order of the table. */
export const offersOf = ({ values }: FileWords, form: Form): Offer[] =>
  Object.entries(values).flatMap(([property, { said, differing }]) => {
    const items = said.map(({ text, legacy }) => legacy?.text ?? text);
    const target = targets[form][property];
    return (lists.has(property) ? inOne(said) : onlyOnce(said)).map((one, index) => ({
      property,
      ...one,
      legacy: one.legacy,
      take: target && listed.has(target) ? { target, value: items, locales: [] } : takeOf(target, one),
      differing: index === 0 ? differing : [],
    }));
  });

/** Items of a list as one text; one of them in an older encoding puts the whole in doubt. */
const inOne = (said: readonly SaidWords[]): SaidWords[] => {
  const [first] = said;
  if (!first) return [];
  const doubtful = said.find(({ legacy }) => legacy)?.legacy;
  const text = said.map((one) => one.text).join(', ');
  const meant = said.map((one) => one.legacy?.text ?? one.text).join(', ');
  return [{ ...first, text, legacy: doubtful && { ...doubtful, text: meant } }];
};

/** The text for whoever asks for no language is mostly that of one language again. */
const onlyOnce = (said: readonly SaidWords[]): SaidWords[] =>
  said.filter((one) => one.lang !== 'x-default' || !said.some((other) => other !== one && other.text === one.text));

const takeOf = (target: Target | undefined, { text, legacy, lang }: SaidWords): Offer['take'] => {
  const value = target && valueFor(target, legacy?.text ?? text);
  return target && value ? { target, value, locales: isWorded(target) ? localesFor(lang, legacy) : [] } : null;
};

const valueFor = (target: Target, text: string): string | null => {
  if (target === 'takenOn' || target === 'digitised') return text.slice(0, 'yyyy-mm-dd'.length);
  const terms = { sourceType: sourceTypes, modelRelease: modelReleases }[String(target)];
  if (terms) return terms.includes(text) ? text : null;
  return target === 'rights' ? canonicalRights(text) : text;
};

/** The language that the file names; where it names none, any of ours. */
const localesFor = (lang: string, legacy: SaidWords['legacy']): readonly StudioLocale[] => {
  if (isWrittenLocale(lang)) return [toStudioLocale(lang)];
  if (legacy && !legacy.form.startsWith('utf-8')) return ['vi'];
  return lang === '' || lang === 'x-default' ? studioLocales : [];
};
