import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnLaunches } from '#editorial/launch/act.ts';
import type { LaunchStep } from '#editorial/launch/acting.ts';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import { justAfter, type Launching, launchingOn, moment } from './support/launching.ts';

const cc = 'http://creativecommons.org/licenses/by/4.0/';

describe.each(databasesInTurn)('a launch is done whole or waits, on %s', (database) => {
  let road: Road;
  let launching: Launching;
  let owner: Person;
  let french: Person;
  beforeAll(async () => {
    road = await openRoad(database);
    launching = launchingOn(road);
    owner = await road.studio.person('publisher', { name: 'Chị Hạnh' });
    french = await road.studio.person('publisher', { name: 'Anh Pháp', publishes: ['fr'] });
  });
  afterAll(() => road?.[Symbol.asyncDispose]());

  const both = ['vi', 'fr'] as const;
  const ready = async (rule = 'hold', data: object = {}) => {
    const id = await launching.write(both, data);
    await launching.approve(id, both);
    const at = moment();
    const made = await launching.prepare(id, { at, rule, locales: both }, owner);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    return { id, at, revision: made.body.launch.revision as number };
  };
  const fatesOf = async (id: string): Promise<[string, Record<string, string>]> => {
    const { launch, past } = await launching.told(id);
    const one = launch ?? past[0];
    return [
      one.state,
      Object.fromEntries(one.fates.map((fate: { locale: string; fate: string }) => [fate.locale, fate.fate])),
    ];
  };
  const out = [expect.any(String), expect.any(String)];
  /** Ends at a step, the n-th time that it is reached. */
  const endingAt = (wanted: LaunchStep, times = 1) => {
    let left = times;
    return (step: LaunchStep) => {
      if (step === wanted && --left === 0) throw new Error('killed');
    };
  };

  it.each([
    ['decided', 1, [404, 404]],
    ['published', 1, [expect.any(String), 404]],
    ['published', 2, [expect.any(String), expect.any(String)]],
  ] as const)('and goes on after an end at "%s" (%i)', async (step, times, between) => {
    const { id, at } = await ready();
    await launching.round(justAfter(at), endingAt(step, times));
    expect(await launching.seen(id, both)).toEqual(between);
    expect((await launching.told(id)).launch.state).toBe('going');
    const { lastPublished } = (await owner.get(`/api/articles/${id}?locale=vi&depth=0`)).body;
    await launching.round(justAfter(at, 5000));
    expect(await launching.seen(id, both)).toEqual(out);
    expect(await fatesOf(id)).toEqual(['done', { vi: 'out', fr: 'out' }]);
    const after = (await owner.get(`/api/articles/${id}?locale=vi&depth=0`)).body.lastPublished;
    expect(after).toMatchObject(lastPublished ?? {});
  });

  it('and keeps what writers have written since, also when it ends in between', async () => {
    const { id, at } = await ready();
    await launching.rewrite(id, 'fr', { title: 'Encore mieux' });
    await launching.round(justAfter(at), endingAt('published', 2));
    await launching.round(justAfter(at, 5000));
    const draft = await owner.get(`/api/articles/${id}?locale=fr&draft=true&depth=0`);
    expect(draft.body.title).toBe('Encore mieux');
    expect(await launching.seen(id, ['fr'])).toEqual([expect.stringMatching(/^fr \d/)]);
  });

  it('and takes back what is out where all go together and an approval is withdrawn in the middle', async () => {
    const { id, at } = await ready();
    await launching.round(justAfter(at), endingAt('published', 1));
    expect(await launching.seen(id, both)).toEqual([expect.any(String), 404]);
    expect((await launching.review(id, 'fr', 'withdraw')).status).toBe(200);
    // It ends once more, between two that are taken back
    await launching.round(justAfter(at, 4000), endingAt('taken-back'));
    await launching.round(justAfter(at, 5000));
    expect(await fatesOf(id)).toEqual(['held', { vi: 'taken-back', fr: 'refused' }]);
    expect(await launching.seen(id, both)).toEqual([410, 404]);
    await launching.approve(id, ['fr']);
    await launching.round(justAfter(at, 9000));
    expect(await launching.seen(id, both)).toEqual(out);
  });

  it('by one of several studios', async () => {
    const { id, at } = await ready();
    const { payload } = road.studio;
    const acting = { payload, rules: { selfPublish: false }, now: justAfter(at) };
    // Others look while one is in the middle of it
    const others: Promise<void>[] = [];
    const lookToo = (step: LaunchStep) => {
      if (step === 'decided' || step === 'published') others.push(actOnLaunches(acting));
    };
    await Promise.all([actOnLaunches({ ...acting, step: lookToo }), actOnLaunches(acting)]);
    await Promise.all(others);
    expect(await launching.seen(id, both)).toEqual(out);
    const { totalDocs } = await payload.count({
      collection: 'audit',
      where: { and: [{ documentId: { equals: id } }, { action: { equals: 'publish' } }] },
    });
    expect(totalDocs).toBe(2);
  });

  it('late where no studio ran, and says so', async () => {
    const { id, at } = await ready();
    await launching.round(justAfter(at, 3 * 60 * 60 * 1000));
    expect((await launching.told(id)).past[0]).toMatchObject({ state: 'done', lateBy: 180 });
    expect(await launching.seen(id, both)).toEqual(out);
  });

  it('not with a picture whose consent was withdrawn meanwhile', async () => {
    const { curator } = road.people;
    const words = { title: 'Chợ', alt: 'Chợ', credit: 'Lan', rights: cc };
    const { id: image } = await road.upload(curator, `consent-${database}`, words);
    await road.patch(curator, `/api/images/${image}?locale=fr&depth=0`, { title: 'Marché', alt: 'Marché' });
    const given = { person: 'Bà Năm', kind: 'adult', document: 'Hồ sơ 5' };
    const made = await curator.post('/api/consents?locale=vi&depth=0', given);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const consent = made.body.doc.id;
    await road.patch(curator, `/api/images/${image}?locale=vi&depth=0`, { people: 'released', consents: [consent] });
    // It is public already, with another text: nobody is asked to release it any more
    const shown = await launching.write(['vi'], { cover: image });
    await road.publish(owner, 'articles', shown, 'vi');
    const { id, at } = await ready('hold', { cover: image });
    const told = (await launching.told(id)).languages;
    expect(told.find((one: { locale: string }) => one.locale === 'vi').lacks).toEqual([]);
    await road.patch(curator, `/api/consents/${consent}?locale=vi`, { withdrawnOn: new Date().toISOString() });
    await launching.round(justAfter(at));
    const { state, fates } = (await launching.told(id)).launch;
    expect([state, fates[0].reasons[0].code]).toEqual(['held', 'publish-image-unlicensed']);
  });

  it('not with a name that is forbidden by then', async () => {
    const keeper = await road.studio.person('terminologist');
    const body = bodyOf([`Chợ Cấm ${database}`]);
    const { id, at } = await ready('hold', { body });
    const entry = await keeper.post('/api/concepts?depth=0', {
      kind: 'term',
      forms: [
        { locale: 'vi', term: `Chợ Mới ${database}`, status: 'approved', stops: true },
        { locale: 'vi', term: `Chợ Cấm ${database}`, status: 'forbidden', reason: 'x', stops: true },
      ],
    });
    expect(entry.status, JSON.stringify(entry.body)).toBe(201);
    await launching.round(justAfter(at));
    expect((await launching.told(id)).launch.fates[0].reasons[0].code).toBe('publish-term-forbidden');
  });

  it('prepared by one publisher at a time, who may publish all of it', async () => {
    const { id, at, revision } = await ready();
    const wish = { at, rule: 'without', locales: ['vi'] };
    expect((await launching.prepare(id, { ...wish, revision }, french)).body.code).toBe('publish-language');
    expect((await launching.prepare(id, wish, owner)).body.code).toBe('launch-conflict');
    const [one, other] = await Promise.all([
      launching.prepare(id, { ...wish, revision }, owner),
      launching.prepare(id, { ...wish, revision }, road.people.publisher),
    ]);
    expect([one?.status, other?.status].sort()).toEqual([200, 409]);
    const cancel = (who: Person, seen: number) => who.post(`/api/articles/${id}/launch/cancel`, { revision: seen });
    expect((await cancel(french, revision + 1)).body.code).toBe('publish-language');
    expect((await cancel(owner, revision)).body.code).toBe('launch-conflict');
    expect((await cancel(owner, revision + 1)).status).toBe(200);
    expect((await cancel(owner, revision + 1)).body.code).toBe('launch-over');
    await launching.round(justAfter(at));
    expect(await launching.seen(id, both)).toEqual([404, 404]);
  });

  it('and nothing is prepared that makes no sense', async () => {
    const id = await launching.write(['vi']);
    const at = moment();
    const right = { at, rule: 'hold', locales: ['vi'] };
    const wrong: [object, number, string][] = [
      [{ ...right, at: new Date(Date.now() - 1000).toISOString() }, 422, 'launch-past'],
      [{ ...right, at: '2030-02-30T10:00:00Z' }, 400, 'field-invalid'],
      [{ ...right, at: '2030-02-20' }, 400, 'field-invalid'],
      [{ ...right, locales: [] }, 400, 'field-invalid'],
      [{ ...right, locales: ['de'] }, 400, 'field-invalid'],
      [{ ...right, locales: ['vi', 'vi'] }, 400, 'field-invalid'],
      [{ ...right, rule: 'perhaps' }, 400, 'field-invalid'],
      [{ ...right, more: 1 }, 400, 'field-unknown'],
      [{ ...right, revision: 3 }, 409, 'launch-conflict'],
    ];
    for (const [wish, status, code] of wrong) {
      const refused = await launching.prepare(id, wish, owner);
      expect([refused.status, refused.body.code], JSON.stringify(wish)).toEqual([status, code]);
    }
    expect((await launching.prepare(id, right, road.people.editor)).body.code).toBe('forbidden');
    expect((await launching.prepare('nothing', right, owner)).status).toBe(404);
    expect((await launching.told(id)).launch).toBeNull();
  });

  it('and is taken back in every language at once, with what is still to follow', async () => {
    const { id, at } = await ready('fallback');
    expect((await launching.review(id, 'fr', 'withdraw')).status).toBe(200);
    await launching.round(justAfter(at));
    await launching.approve(id, ['fr']);
    expect(await launching.seen(id, both)).toEqual([expect.any(String), 404]);
    expect((await french.post(`/api/articles/${id}/recall`, {})).body.code).toBe('publish-language');
    expect((await road.people.editor.post(`/api/articles/${id}/recall`, {})).body.code).toBe('forbidden');
    const recalled = await owner.post(`/api/articles/${id}/recall`, {});
    expect(recalled.body).toEqual({ locales: ['vi'], isStopped: true });
    await launching.round(justAfter(at, 60_000));
    expect(await launching.seen(id, both)).toEqual([410, 404]);
    expect((await fatesOf(id))[0]).toBe('cancelled');
    expect((await owner.post(`/api/articles/${id}/recall`, {})).body).toEqual({ locales: [], isStopped: false });
  });

  it('and goes from the public in one entry of the feed, whatever languages it has', async () => {
    const { id, at } = await ready();
    await launching.round(justAfter(at));
    expect(await launching.seen(id, both)).toEqual(out);
    const before = (await road.house.history()).length;
    expect((await launching.told(id)).recall).toEqual({ locales: ['vi', 'fr'], foreign: [] });
    expect((await launching.told(id, french)).recall).toEqual({ locales: ['vi', 'fr'], foreign: ['vi'] });
    expect((await owner.post(`/api/articles/${id}/recall`, {})).body).toEqual({ locales: both, isStopped: false });
    expect(await launching.seen(id, both)).toEqual([410, 410]);
    expect((await road.house.history()).slice(before)).toEqual(['withdraw article']);
    await launching.round(justAfter(at, 60_000));
    expect(await launching.seen(id, both)).toEqual([410, 410]);
  });

  it('and each language appears and vanishes at times of its own, as it was approved', async () => {
    const id = await launching.write(both);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const publish = (locale: string, more: object) =>
      owner.post(`/api/articles/${id}/publish`, { locale, ...more }).then(({ status }) => expect(status).toBe(200));
    await publish('vi', { vanishesAt: soon });
    await publish('fr', { appearsAt: soon });
    await launching.rewrite(id, 'fr', { title: 'Pas encore lu' });
    expect(await launching.seen(id, both)).toEqual([expect.any(String), 404]);
    const record = [...(await road.house.live()).values()].find(({ editions }) => editions.fr?.[0]?.appearsAt === soon);
    expect(record?.editions.vi?.[0]).toMatchObject({ appearsAt: null, vanishesAt: soon });
    expect(record?.editions.fr?.[0]?.title).toMatch(/^fr \d/);
  });
});
