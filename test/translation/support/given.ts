import { expect } from 'vitest';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import type { Studio } from '../../support/studio.ts';
import type { Answer, Caller } from '../../support/studio-caller.ts';
import type { Told } from './workbench.ts';

const nothing = { translator: null, reviewer: null, due: null, note: '' };
const pathOf = (id: string, locale: string, collection = 'articles') =>
  `/api/translation/${collection}/${id}/${locale}/work`;

/** Who has a language of an article, as somebody sees it. */
export const workOn = async (who: Caller, id: string, locale = 'fr'): Promise<Told> => {
  const { status, body } = await who.get(pathOf(id, locale));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

/** Gives a language of an article out upon what stands there. */
export const give = async (who: Caller, id: string, gift: object, locale = 'fr'): Promise<Answer> => {
  const { body } = await who.get(pathOf(id, locale));
  return who.post(pathOf(id, locale), { ...nothing, revision: body.revision ?? 0, ...gift });
};

export const endWork = async (who: Caller, id: string, end: string, locale = 'fr'): Promise<Answer> => {
  const { revision } = await workOn(who, id, locale);
  return who.post(`${pathOf(id, locale)}/end`, { end, revision });
};

export const inboxOf = async (who: Caller): Promise<Told> => {
  const { status, body } = await who.get('/api/inbox');
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

/** Which lists of somebody’s inbox a document is in. */
export const listsWith = async (who: Caller, id: string): Promise<string[]> => {
  const inbox = await inboxOf(who);
  return ['late', 'translate', 'review', 'talk', 'given'].filter((name) =>
    inbox[name].some((item: { id: string }) => item.id === id),
  );
};

/** Somebody as the database knows them now. */
export const viewerIn = async ({ payload }: Studio, id: string): Promise<Viewer> => {
  const viewer = viewerOf((await payload.findByID({ collection: 'users', id, overrideAccess: true })) as never);
  if (!viewer) throw new Error(`nobody is ${id}`);
  return viewer;
};

/** Marks an article higher. */
export const raise = async (officer: Caller, editor: Caller, id: string, level = 'restricted'): Promise<void> => {
  const made = (await editor.get(`/api/articles/${id}?locale=vi&draft=true&depth=0`)).body;
  const raised = await officer.post(`/api/markings/${made.marking}/raise`, { level, basis: 'x' });
  expect(raised.status, JSON.stringify(raised.body)).toBe(200);
};
