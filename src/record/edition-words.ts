import { blockWords, type WordsMap } from './block-words.ts';
import type { Edition } from './records.ts';

/**
 * Members that hold words in the edition’s language. Credits, creators, holders and notices are not among them: they are the same
 * in every language, as whoever is credited wrote them; nor are keywords and territories.
 */
export const wordMembers = [
  'title',
  'summary',
  'description',
  'address',
  'alt',
  'caption',
  'terms',
  'headline',
  'extendedDescription',
  'event',
] as const;

const plainWords = (edition: Readonly<Record<string, unknown>>, { text }: WordsMap): Record<string, string> =>
  Object.fromEntries(
    wordMembers.flatMap((member) => {
      const value = edition[member];
      return typeof value === 'string' ? [[member, text(value)]] : [];
    }),
  );

const pressWords = <P extends { text: string; contacts: Contact[] }>(press: P, { text }: WordsMap): P => ({
  ...press,
  text: text(press.text),
  contacts: press.contacts.map((contact) => ({
    ...contact,
    name: text(contact.name),
    role: contact.role && text(contact.role),
    organisation: contact.organisation && text(contact.organisation),
  })),
});

type Contact = NonNullable<Extract<Edition, { press?: unknown }>['press']>['contacts'][number];

/** The same edition with other words in every place that holds words in its language; addresses, ids and dates stay. */
export const withWords = <E extends Edition>(edition: E, words: WordsMap): E => ({
  ...edition,
  ...plainWords(edition, words),
  ...('body' in edition && { body: blockWords(edition.body, words) }),
  ...('people' in edition &&
    edition.people && { people: edition.people.map((person) => ({ ...person, name: words.text(person.name) })) }),
  ...('press' in edition && edition.press && { press: pressWords(edition.press, words) }),
});
