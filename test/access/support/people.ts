import { randomUUID } from 'node:crypto';
import type { Studio } from '../../support/studio.ts';
import type { Answer } from '../../support/studio-caller.ts';
import { type Door, removal, stockDoors } from './doors.ts';
import type { Asker } from './everyone.ts';

/** A person whom others act upon. */
export interface Subject {
  readonly id: string;
  readonly email: string;
}

const newcomer = () => ({ email: `${randomUUID()}@studio.test`, name: 'Mới', password: randomUUID() });

/** Somebody who never asks for anything. */
export const makeSubject = async ({ payload }: Studio): Promise<Subject> => {
  const data = { ...newcomer(), roles: ['editor'], clearance: 'internal', language: 'vi' };
  const { id, email } = (await payload.create({ collection: 'users', depth: 0, data: data as never })) as Subject;
  return { id: String(id), email };
};

export const createPerson = (who: Asker, more: object = {}): Promise<Answer> =>
  who.post('/api/users?depth=0', { ...newcomer(), ...more });

/** Whether somebody may come into the studio at all, in the form of an answer. */
const enter = async (who: Asker): Promise<Answer> => {
  const answer = await who.get('/api/access');
  return answer.body.canAccessAdmin ? answer : { ...answer, status: 403, body: { code: 'forbidden' } };
};

/** Doors to a person's record. */
export const personDoors = (who: Asker, { id, email }: Subject): Door[] => [
  ...stockDoors(who, 'users', id),
  ['unlock', () => who.post('/api/users/unlock', { email })],
  ['admin', () => enter(who)],
  removal(who, 'users', id),
];

type Stored = Readonly<Record<string, unknown>>;

/** One of two values in a list: the one that is not there yet. */
const other = (stored: unknown, one: string, another: string): string[] =>
  Array.isArray(stored) && stored.includes(one) ? [another] : [one];

/** The groups of fields that have a table of their own, each with values other than those that stand there. */
export const fieldGroups = {
  'user-contact': { fields: ['email'], others: () => ({ email: `${randomUUID()}@studio.test` }) },
  'user-duties': {
    fields: ['roles', 'agencies', 'translates', 'reviews', 'publishes', 'disabled', 'mustChangePassword'],
    others: ({ translates, reviews, publishes }: Stored) => ({
      translates: other(translates, 'fr', 'en'),
      reviews: other(reviews, 'fr', 'en'),
      publishes: other(publishes, 'zh', 'vi'),
    }),
  },
  'user-clearance': {
    fields: ['clearance', 'compartments', 'clearedUntil'],
    others: ({ clearance, compartments }: Stored) => ({
      clearance: clearance === 'public' ? 'internal' : 'public',
      compartments: other(compartments, 'metro', 'harbour'),
      clearedUntil: '2031-01-01T00:00:00.000Z',
    }),
  },
} as const;

/** Some fields of a record as text: databases tell apart neither an empty list nor nothing at all. */
export const told = (stored: Stored, fields: readonly string[]): string =>
  fields.map((field) => `${field}: ${[stored[field] ?? ''].flat().join(', ')}`).join('; ');
