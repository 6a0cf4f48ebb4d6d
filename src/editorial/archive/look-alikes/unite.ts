import {
  describedLists,
  describedLocal,
  describedTerms,
  describedTexts,
  mostListed,
} from '#collections/fields/described.ts';
import type { ShownPerson } from '#collections/fields/shown-person.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';

/*
 * What one record becomes of two that describe the same picture. Used by the studio's page to show it and by the merger to
 * do it, so that what is shown is what is done.
 */

/** Texts of which the kept record has one or the other. */
export const sharedTexts = [
  ...(['credit', 'creator', 'takenOn', 'rights', 'rightsRecord', 'agency'] as const),
  ...describedTexts,
  ...describedTerms,
] as const;
/** Lists that are joined. */
export const joinedLists = ['topics', 'places', 'consents', ...describedLists] as const;
/** What is known of the people shown, least careful first: the more careful of the two holds, whichever record is kept. */
export const peopleStates = ['', 'none', 'released', 'not-released'] as const;
export type PeopleState = (typeof peopleStates)[number];
export const localTexts = ['title', 'alt', 'caption', ...describedLocal] as const;

type Local = Readonly<Partial<Record<StudioLocale, string>>>;

/** What is said of a picture: texts are empty where nothing is said, references are ids. */
export type Described = Readonly<Record<(typeof sharedTexts)[number], string>> &
  Readonly<Record<(typeof joinedLists)[number], readonly string[]>> &
  Readonly<Record<(typeof localTexts)[number], Local>> & {
    readonly people: PeopleState;
    readonly minors: boolean;
    readonly persons: readonly ShownPerson[];
  };

type Shared = string | boolean | readonly string[] | readonly ShownPerson[];

/** What differs from the kept record afterwards, and nothing else. */
export interface United {
  readonly shared: Readonly<Record<string, Shared>>;
  readonly local: Readonly<Partial<Record<StudioLocale, Readonly<Record<string, string>>>>>;
}

/** Name of a choice: a field, or a field and its language as in `title.fr`. */
export const choiceOf = (field: string, locale?: StudioLocale): string => (locale ? `${field}.${locale}` : field);

/** Every name that a choice can have. */
export const choices: readonly string[] = [
  ...sharedTexts,
  ...localTexts.flatMap((field) => studioLocales.map((locale) => choiceOf(field, locale))),
];

/** Choices on which both records say something, and not the same: somebody has to choose. */
export const contested = (kept: Described, other: Described): string[] =>
  choices.filter((choice) => {
    const [one, two] = [sayingOf(kept, choice), sayingOf(other, choice)];
    return one !== '' && two !== '' && one !== two;
  });

/** What a record says under the name of a choice; empty where nothing. */
export function sayingOf(record: Described, choice: string): string {
  const [field, locale] = choice.split('.');
  const value = record[field as keyof Described];
  if (typeof value === 'string') return value;
  return Array.isArray(value) || typeof value === 'boolean' ? '' : ((value as Local)[locale as StudioLocale] ?? '');
}

/** Words that people write in are limited; what is beyond stays with the other record, which is not deleted. */
const mostOf = (field: (typeof joinedLists)[number]): number =>
  describedLists.some((one) => one === field) ? mostListed : Number.POSITIVE_INFINITY;

/** Of the people shown nothing is forgotten by a merger, and nobody chooses it away. */
const careful = (kept: Described, other: Described): Record<string, Shared> => ({
  ...(peopleStates.indexOf(other.people) > peopleStates.indexOf(kept.people) && { people: other.people }),
  ...(other.minors && !kept.minors && { minors: true }),
  ...unitedPersons(kept.persons, other.persons),
});

const isSamePerson = (one: ShownPerson, other: ShownPerson): boolean =>
  Object.values(one.name).some((name) => Object.values(other.name).includes(name));

/** Who is named by both is told only where both say so, and a minor where either does. */
const unitedPerson = (own: ShownPerson, same: ShownPerson | undefined): ShownPerson => {
  if (!same) return own;
  const minor = own.minor || same.minor;
  return { name: { ...same.name, ...own.name }, told: own.told && same.told && !minor, minor };
};

function unitedPersons(kept: readonly ShownPerson[], other: readonly ShownPerson[]): Record<string, Shared> {
  const joined = kept.map((own) =>
    unitedPerson(
      own,
      other.find((one) => isSamePerson(own, one)),
    ),
  );
  const persons = [...joined, ...other.filter((one) => !kept.some((own) => isSamePerson(own, one)))];
  return JSON.stringify(persons) === JSON.stringify(kept) ? {} : { persons };
}

/**
 * The kept record keeps its words where it has any, and takes those of the other where it has none. Topics and places are
 * joined, those of the kept record first; so are consents, and of the people shown the more careful statement holds.
 * @param fromOther names of choices for which the words of the other record are wanted although the kept one has its own
 */
export function unite(kept: Described, other: Described, fromOther: ReadonlySet<string>): United {
  const result = (choice: string): string | null => {
    const [own, foreign] = [sayingOf(kept, choice), sayingOf(other, choice)];
    const wanted = foreign !== '' && (own === '' || fromOther.has(choice)) ? foreign : own;
    return wanted === own ? null : wanted;
  };
  const shared: Record<string, Shared> = careful(kept, other);
  for (const field of sharedTexts) {
    const changed = result(choiceOf(field));
    if (changed !== null) shared[field] = changed;
  }
  for (const field of joinedLists) {
    const all = [...new Set([...kept[field], ...other[field]])].slice(0, mostOf(field));
    if (all.length > kept[field].length) shared[field] = all;
  }
  const local: Partial<Record<StudioLocale, Record<string, string>>> = {};
  for (const locale of studioLocales) {
    const words = localTexts.flatMap((field) => {
      const changed = result(choiceOf(field, locale));
      return changed === null ? [] : [[field, changed] as const];
    });
    if (words.length > 0) local[locale] = Object.fromEntries(words);
  }
  return { shared, local };
}
