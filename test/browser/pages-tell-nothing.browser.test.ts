import type { SanitizedConfig } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#access/viewer.ts';
import { wantedImportMap } from '#editorial/admin/import-map.ts';
import { openSearch } from '../security/support/disguises.ts';
import { isHiddenFrom } from '../security/support/hidden-rows.ts';
import { type HiddenWorld, hide } from '../security/support/hidden-world.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { type Studio, startStudio } from '../support/studio.ts';
import { type Answer, type Caller, callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';
import { type Call, callsOn, closedCalls, functionsOfPayload, openFunctions } from './support/page-functions.ts';
import { type Pages, servePages } from './support/pages-over.ts';
import { pagesOf, type Rows } from './support/studio-pages.ts';

/** A page as it is opened, and as one page of the studio asks for the next. */
const forms = { html: {}, flight: { rsc: '1' } } as const;
type Form = keyof typeof forms;
/** A page that is opened holds what is asked for from within: that by itself the long run asks for. */
const asForms: readonly Form[] = isLongRun ? ['html', 'flight'] : ['html'];

/** Its lines name what people asked for, whether it is there or not (decision 0007): whoever walked here named ids in addresses. */
const log = '/admin/collections/audit';

/** Kinds of documents that can be hidden. */
const marked = ['articles', 'events', 'images', 'albums'] as const;

/** A word or an id that is hidden, by what it is of. */
type Hidden = readonly (readonly [place: string, said: string])[];

describe('pages tell nothing of what is hidden', () => {
  let studio: Studio;
  let world: HiddenWorld;
  let served: Pages;
  let pages: string[];
  beforeAll(async () => {
    studio = await startStudio();
    world = await hide(studio);
    served = await servePages(studio);
    const rows = new Map<string, Rows>();
    for (const collection of studio.payload.config.collections)
      rows.set(collection.slug, await rowsOf(collection.slug, !!collection.versions));
    const values = { collection: ['articles'], id: world.ids.articles, locale: ['fr'] };
    pages = pagesOf(studio.payload.config, (slug) => rows.get(slug) ?? { ids: [], versions: [] }, values);
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
    await studio?.close();
  });

  /** A row of a collection that is hidden, or any where none is, and a version of it. */
  const rowsOf = async (collection: string, versions: boolean): Promise<Rows> => {
    const { db } = studio.payload;
    const one = { collection, limit: 1, pagination: false } as const;
    const idsOf = ({ docs }: { docs: { id: unknown }[] }) => docs.map(({ id }) => String(id));
    const known = world.ids[collection as keyof HiddenWorld['ids']] ?? world.kept[collection];
    const ids = known?.slice(0, 1) ?? idsOf(await db.find({ ...one, where: {} }));
    const where = { parent: { in: ids } };
    return { ids, versions: versions ? idsOf(await db.findVersions({ ...one, where } as never)) : [] };
  };

  /** Without the parameter that says so whoever asks from within is led to the same page with it. */
  const ask = (who: Caller, page: string, form: Form): Promise<Answer> =>
    who.get(form === 'flight' ? `${page}?_rsc` : page, forms[form]);
  const at = (person: Person | null): Caller => callerAt(served.url, person?.token ?? null);
  /** What stands in the answers, each with the page; what an address says of itself is not counted. */
  const toldBy = async (who: Caller, form: Form, hidden: Hidden, asked = pages) => {
    const placeOf = new Map(hidden.map(([place, said]) => [said, place]));
    const search = openSearch([...placeOf.keys()]);
    const [told, broken, kinds]: [string[], string[], Set<string>] = [[], [], new Set()];
    for (const page of asked) {
      const { status, headers, body } = await ask(who, page, form);
      if (status >= 500) broken.push(`${page} ${status}`);
      kinds.add(`${status} ${headers.get('content-type')}`);
      const ids = page.split('/').filter((part) => /\d/.test(part));
      const said = ids.reduce((text, id) => text.replaceAll(id, ''), `${JSON.stringify([...headers])}${body}`);
      for (const place of search(said).map((one) => placeOf.get(one) ?? ''))
        if (!(page === log && place.startsWith('id of'))) told.push(`${place} in ${page}`);
    }
    expect(broken).toEqual([]);
    return { told, kinds };
  };
  /** Pages of what is hidden, which somebody asks for who knows their addresses. */
  const ofHidden = (): string[] => {
    const ids = Object.values(world.ids).flat();
    return pages.filter((page) => ids.some((id) => page.includes(id)));
  };
  /** Those, and pages that show many: lists, the desk, tables. The long run asks for the rest, which show one that is not hidden, or none yet. */
  const ofMany = (): string[] => [...ofHidden(), ...pages.filter((page) => !/\d|create$/.test(page))];
  const hiddenIds = (): Hidden =>
    Object.entries(world.ids).flatMap(([slug, ids]) => ids.map((id) => [`id of ${slug}`, id] as const));

  it('R57: are known from the running program, and so is every view that its pages are built with', async () => {
    const views = [...(await wantedImportMap()).matchAll(/([\w/-]+-view)\.tsx/g)].map(([, path]) => path);
    const registered = JSON.stringify(studio.payload.config.admin.components?.views);
    const ofCollections = studio.payload.config.collections.map(({ admin }) => admin.components?.views);
    for (const view of new Set(views))
      expect(`${registered}${JSON.stringify(ofCollections)}`, view).toContain(String(view?.split('src/').at(-1)));
    for (const path of [`/admin/translate/articles/${world.ids.articles[0]}/fr`, '/admin/collections/images/bring'])
      expect(pages).toContain(path);
  });

  it('R57: whoever may read it finds it there, opened or asked for from within', async () => {
    for (const form of asForms) {
      const hidden = [...world.words, ...hiddenIds()];
      const { told, kinds } = await toldBy(at(world.keeper), form, hidden, isLongRun ? pages : ofHidden());
      const found = new Set(told.map((line) => line.split(' in /')[0]));
      const texts = ['article title', 'article summary', 'article body', 'event title', 'picture title', 'picture alt'];
      expect([...found]).toEqual(expect.arrayContaining([...texts, 'album', 'album text', 'id of images']));
      expect([...kinds].join()).toContain(form === 'html' ? 'text/html' : 'text/x-component');
    }
  });

  it('R57: somebody with every role and without clearance finds nothing of it, nor does nobody', async () => {
    const stranger = await studio.person([...roles]);
    const words = [...world.words].filter(([place]) => isHiddenFrom(roles, place));
    for (const form of asForms) {
      const asked = isLongRun ? pages : ofMany();
      expect((await toldBy(at(stranger), form, [...words, ...hiddenIds()], asked)).told).toEqual([]);
      const open = isLongRun ? pages : ofHidden();
      expect((await toldBy(at(null), form, [...world.words, ...hiddenIds()], open)).told).toEqual([]);
    }
  });

  const configOf = (slug: string): SanitizedConfig['collections'][number] => {
    const found = studio.payload.config.collections.find((one) => one.slug === slug);
    if (!found) throw new Error(`there is no collection ${slug}`);
    return found;
  };
  /** Calls on a hidden document of each kind that is read by its marking, or on one that is not there. */
  const callsOnEach = (nothing?: string): Call[] =>
    (isLongRun ? marked : (['articles', 'images'] as const)).flatMap((slug) => {
      const collection = configOf(slug);
      const [id = '', pointed = ''] = [world.ids[slug][0], world.ids.images[0]];
      return callsOn({ collection, id: nothing ?? id, pointed: nothing ?? pointed });
    });
  /** An answer without what only repeats the question, without moments and without numbers that are drawn for each answer. */
  const plain = ({ status, body }: Answer): string => {
    const ids = [...Object.values(world.ids).flat(), absent];
    const text = ids.reduce((said, id) => said.replaceAll(id, 'ID'), String(body));
    const drawn = /\d{4}-\d\d-\d\dT[\d:.]+Z|[\w+/=-]{20,}/g;
    return `${status} ${text.replaceAll(drawn, 'DRAWN').split('\n').sort().join('\n')}`;
  };
  const absent = '00000000-0000-4000-8000-000000000000';

  it('R57: no function of the server is open to pages but those that they call, and none by a name that every object has', async () => {
    const closed = closedCalls({ collection: configOf('articles'), id: absent, pointed: absent });
    const named = [...closed, ...callsOnEach(absent)].map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(await functionsOfPayload()));
    const [call, before] = [await openFunctions(), await stateOf(studio)];
    for (const who of [at(world.keeper), at(null)])
      for (const asked of closed) {
        const { status, body } = await call(who, asked);
        expect(`${asked.name} ${status} ${body}`).toMatch(/^\S+ 200 0:\{[^\n]+\n1:\{[^\n]+"code":"forbidden"[^\n]+\n$/);
      }
    expect(await stateOf(studio)).toEqual(before);
  });

  it('R57: functions that pages call tell of what is hidden as of what is not there', async () => {
    const [call, stranger] = [await openFunctions(), await studio.person([...roles])];
    const search = openSearch([...world.words.values()]);
    const [found, seen]: [Set<string>, string[]] = [new Set(), []];
    const missing = callsOnEach(absent);
    for (const [index, asked] of callsOnEach().entries()) {
      const askedOfNothing = missing[index] ?? asked;
      for (const word of search(String((await call(at(world.keeper), asked)).body))) found.add(`${asked.name} ${word}`);
      const [hidden, nothing] = [await call(at(stranger), asked), await call(at(stranger), askedOfNothing)];
      // What names no document is the same question twice, and its answer remembers the first
      if (JSON.stringify(asked) !== JSON.stringify(askedOfNothing))
        expect.soft(plain(hidden), JSON.stringify(asked)).toBe(plain(nothing));
      seen.push(...search(`${hidden.body}${(await call(at(null), asked)).body}`));
    }
    expect(seen).toEqual([]);
    const title = world.words.get('article title');
    for (const name of ['render-document', 'render-list', 'table-state']) expect(found).toContain(`${name} ${title}`);
  });
});
