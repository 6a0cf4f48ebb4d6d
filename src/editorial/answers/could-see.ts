import { decide } from '#access/decide.ts';
import type { Kind } from '#access/rules.ts';
import { speak } from '../words/speak.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';
import type { MarkedCollection } from '../workflow/references.ts';
import { type AnswerTable, type Asking, markingAsked, sayLevel } from './asker.ts';
import { everybody, type Known } from './people.ts';

export const kindOf: Record<MarkedCollection, Kind> = {
  articles: 'article',
  events: 'event',
  images: 'image',
  albums: 'album',
};

/**
 * Whether somebody can read a document, by the decision that every request goes through. Whoever still holds a password that was
 * given to them counts: it stops them only until they have changed it.
 */
export const canRead = (
  { viewer }: Known,
  { subjectType, level, compartments }: Pick<StoredMarking, 'subjectType' | 'level' | 'compartments'>,
): boolean => {
  const person = { ...viewer, mustChangePassword: false };
  return 'allow' in decide(person, 'read', { kind: kindOf[subjectType], marking: { level, compartments } });
};

/**
 * Who could see a document now, and by what: their duties, what they are cleared for, the compartments that it asks for, and until when.
 * @throws Failure `not-found`
 */
export const couldSee = async (asking: Asking, collection: string, id: string): Promise<AnswerTable> => {
  const marking = await markingAsked(asking, collection, id);
  const readers = [...(await everybody(asking.req)).values()].filter((one) => canRead(one, marking));
  const { locale } = asking;
  return {
    heading: speak(locale, 'studio', 'answers.could', {
      marking: [sayLevel(asking, marking.level), ...marking.compartments].join(' · '),
    }),
    columns: ['person', 'roles', 'clearance', 'compartments', 'until'],
    rows: readers.map(({ name, viewer, until }) => [
      name,
      viewer.roles.map((role) => speak(locale, 'fields', `roles.${role}`)).join(', '),
      sayLevel(asking, viewer.clearance),
      viewer.compartments.filter((one) => marking.compartments.includes(one)).join(', '),
      until,
    ]),
  };
};
