import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { workEnds } from '#collections/assignments.ts';
import { longest } from '#collections/fields/texts.ts';
import { studioLocales } from '#languages/locales.ts';
import { answering, problemFor } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { placeIn } from '../place-in.ts';
import { type TranslatedCollection, translatedCollections } from '../translated-collections.ts';
import { readColleagues } from './colleagues.ts';
import { endWork } from './end.ts';
import { checkGiver, checkPeople, type Giving, giveWork } from './give.ts';
import { candidatesOf, tellWork } from './tell-work.ts';
import type { MarkedName } from './visible-names.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

/** So many documents are given out at once: as many as a page of the table shows. */
const mostAtOnce = 200;

const id = z.string().min(1).max(64);
const day = z.iso.date();
const gift = {
  translator: id.nullable(),
  reviewer: id.nullable(),
  due: day.nullable(),
  note: z.string().max(longest.note).default(''),
};
const one = z.strictObject({ ...gift, revision: z.int().min(0) });
const end = z.strictObject({ end: z.enum(workEnds), revision: z.int().min(0) });
const documents = z
  .array(z.strictObject({ collection: z.enum(translatedCollections), id }))
  .min(1)
  .max(mostAtOnce);
const several = z.strictObject({ ...gift, locale: z.enum(studioLocales), documents });
const looked = several.partial({ translator: true, reviewer: true, due: true, note: true });

interface Named {
  readonly collection: TranslatedCollection;
  readonly id: string;
}

const givingOf = async (req: PayloadRequest): Promise<Giving> => ({
  req,
  viewer: signedIn(req),
  colleagues: await readColleagues(req.payload),
});

/** Does something with each document; what is refused of one stops none of the others. */
const each = async (req: PayloadRequest, names: readonly Named[], act: (name: Named) => Promise<unknown>) => {
  const told: object[] = [];
  for (const name of names) {
    try {
      await act(name);
      told.push({ ...name, refused: null });
    } catch (error) {
      const { status, code, detail } = problemFor(req, error);
      if (status >= 500) throw error;
      told.push({ ...name, refused: { code, detail } });
    }
  }
  return told;
};

/** What would become of each document, and who could be given those that can be given out at all. Nothing is changed. */
const look = answering(async (req) => {
  const giving = await givingOf(req);
  const { documents: names, locale, translator = null, reviewer = null } = await readJson(req, looked);
  const isChosen = translator !== null || reviewer !== null;
  const givable: MarkedName[] = [];
  const told = await each(req, names, async (name) => {
    const marked = await checkGiver(giving, { ...name, locale });
    givable.push(marked);
    if (isChosen) checkPeople(giving, marked, locale, { translator, reviewer });
  });
  const candidates = candidatesOf(giving.colleagues.values(), givable, locale);
  return Response.json({ documents: told, candidates }, noStore);
});

const give = answering(async (req) => {
  const giving = await givingOf(req);
  const { documents: names, locale, ...asked } = await readJson(req, several);
  const told = await each(req, names, (name) => giveWork(giving, { ...name, locale }, asked, null));
  return Response.json({ documents: told }, noStore);
});

const giveOne = answering(async (req) => {
  const giving = await givingOf(req);
  const place = placeIn(req);
  const { revision, ...asked } = await readJson(req, one);
  await giveWork(giving, place, asked, revision);
  return Response.json(await tellWork(giving, place), noStore);
});

const endOne = answering(async (req) => {
  const giving = { req, viewer: signedIn(req) };
  const place = placeIn(req);
  const asked = await readJson(req, end);
  await endWork(giving, place, asked.end, asked.revision);
  return Response.json(await tellWork(giving, place), noStore);
});

const path = '/translation/:collection/:id/:locale/work';

/**
 * Doors of work that is given out. `…/work/look` and `…/work/give` take several documents and one language;
 * `GET`, `POST …/:locale/work` and `POST …/:locale/work/end` are about one.
 */
export const workEndpoints: readonly Endpoint[] = [
  { path: '/translation/work/look', method: 'post', handler: look },
  { path: '/translation/work/give', method: 'post', handler: give },
  {
    path,
    method: 'get',
    handler: answering(async (req) =>
      Response.json(await tellWork({ req, viewer: signedIn(req) }, placeIn(req)), noStore),
    ),
  },
  { path, method: 'post', handler: giveOne },
  { path: `${path}/end`, method: 'post', handler: endOne },
];
