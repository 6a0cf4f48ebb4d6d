import type { Payload, TypedUser } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { translatedKinds } from '../translated-collections.ts';
import type { MarkedName } from './visible-names.ts';

/** Somebody of the studio to whom one can turn. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly viewer: Viewer;
}

const person = z.looseObject({ id: z.string(), name: z.string().nullish() });

/** Everybody who can sign in; whoever has yet to choose a password can be given work already. */
export const readColleagues = async ({ db }: Pick<Payload, 'db'>): Promise<ReadonlyMap<string, Colleague>> => {
  const { docs } = await db.find({ collection: 'users', where: {}, limit: 0, pagination: false });
  const found = new Map<string, Colleague>();
  for (const doc of docs) {
    const viewer = viewerOf(doc as unknown as TypedUser);
    const { id, name } = person.parse(doc);
    if (viewer && !viewer.disabled)
      found.set(id, { id, name: name ?? '', viewer: { ...viewer, mustChangePassword: false } });
  }
  return found;
};

/** What somebody can be given. */
export type Duty = 'translate' | 'review-translation';

/** Whether somebody may do something with a language of a document; they may then know of it, too. */
export const mayDo = (
  { viewer }: Pick<Colleague, 'viewer'>,
  duty: Duty,
  { collection, marking }: MarkedName,
  locale: StudioLocale,
): boolean =>
  'allow' in decide(viewer, duty, { kind: translatedKinds[collection], locale, ...(marking ? { marking } : {}) });

/** Whether they may do it with a document of the kind that everybody may know of. */
export const holdsLanguage = (colleague: Colleague, duty: Duty, { collection, id }: MarkedName, locale: StudioLocale) =>
  mayDo(colleague, duty, { collection, id, marking: { level: 'public', compartments: [] } }, locale);
