import type { Level } from '#access/level.ts';
import type { Action } from '#access/rules.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Asker } from './everyone.ts';

/** A way to act upon a thing: which action it is, and the request. */
export type Door = readonly [action: Action, ask: () => Promise<Answer>];

/** Things of one kind, made past the rules, and the addresses at which people act upon them. */
export interface Things<Thing> {
  /** A thing of a level, where the kind has levels. */
  make(level: Level): Promise<Thing>;
  /** What nobody has made. */
  readonly none: Thing;
  create(who: Asker): Promise<Answer>;
  /** Every door to one thing; what takes it away comes last. */
  doors(who: Asker, thing: Thing): readonly Door[];
}

/** An id that nothing has. */
export const nowhere = '3f0e0000-0000-4000-8000-000000000000';

const refusals = ['forbidden', 'not-found', 'sign-in-required', 'password-must-change'];

/** Whether an answer says that somebody may do it; that they did it wrongly is no refusal. */
export const isOpen = (action: Action, { status, body }: Answer): boolean =>
  action === 'readVersions' ? status === 200 && body.totalDocs > 0 : status < 400 || !refusals.includes(body.code);

/** The stock doors of a collection; `locale` is for those that have words in languages. */
export const stockDoors = (who: Asker, slug: string, id: string): Door[] => [
  ['read', () => who.get(`/api/${slug}/${id}?draft=true`)],
  ['readVersions', () => who.get(`/api/${slug}/versions?where[parent][equals]=${id}&limit=1`)],
  ['update', () => who.patch(`/api/${slug}/${id}?locale=vi`, {})],
];

/** The door that takes a thing away. */
export const removal = (who: Asker, slug: string, id: string): Door => [
  'delete',
  () => who.delete(`/api/${slug}/${id}`),
];
