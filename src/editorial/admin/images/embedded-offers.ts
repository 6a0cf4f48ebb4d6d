import { isPublicLocale, type StudioLocale, studioLocales, toStudioLocale } from '#languages/locales.ts';
import { canonicalRights } from '#media/rights.ts';
import type { FileWords, SaidWords } from './embedded-answer.ts';

/** Fields of a picture that can take over what its file says; the first three have a text for each language. */
export type Target = 'title' | 'alt' | 'caption' | 'credit' | 'creator' | 'takenOn' | 'rights';

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
  readonly take: { readonly target: Target; readonly value: string; readonly locales: readonly StudioLocale[] } | null;
  /** What a lesser block of the file says otherwise. */
  readonly differing: readonly SaidWords[];
}

const targets: Readonly<Record<string, Target>> = {
  title: 'title',
  headline: 'title',
  caption: 'caption',
  alt: 'alt',
  creator: 'creator',
  credit: 'credit',
  created: 'takenOn',
  webStatement: 'rights',
};
const lists = new Set(['creator', 'licensor', 'persons', 'placeCreated', 'placesShown', 'keywords']);
const worded = new Set<Target>(['title', 'alt', 'caption']);

/** Whether each language has a text of its own in this field. */
export const isWorded = (target: Target): target is 'title' | 'alt' | 'caption' => worded.has(target);

/** What a curator can take over or at least see, in the order of the table. */
export const offersOf = ({ values }: FileWords): Offer[] =>
  Object.entries(values).flatMap(([property, { said, differing }]) =>
    (lists.has(property) ? inOne(said) : onlyOnce(said)).map((one, index) => ({
      property,
      ...one,
      legacy: one.legacy,
      take: takeOf(property, one),
      differing: index === 0 ? differing : [],
    })),
  );

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

const takeOf = (property: string, { text, legacy, lang }: SaidWords): Offer['take'] => {
  const target = targets[property];
  const value = target && valueFor(target, legacy?.text ?? text);
  return target && value ? { target, value, locales: isWorded(target) ? localesFor(lang, legacy) : [] } : null;
};

const valueFor = (target: Target, text: string): string | null => {
  if (target === 'takenOn') return text.slice(0, 'yyyy-mm-dd'.length);
  return target === 'rights' ? canonicalRights(text) : text;
};

/** The language that the file names; where it names none, any of ours. */
const localesFor = (lang: string, legacy: SaidWords['legacy']): readonly StudioLocale[] => {
  if (isPublicLocale(lang)) return [toStudioLocale(lang)];
  if (legacy && !legacy.form.startsWith('utf-8')) return ['vi'];
  return lang === '' || lang === 'x-default' ? studioLocales : [];
};
