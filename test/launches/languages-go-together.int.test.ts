import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeText } from '../support/lexical.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import { justAfter, type Launching, launchingOn, moment } from './support/launching.ts';

describe.each(databasesInTurn)('languages go out together, on %s', (database) => {
  let road: Road;
  let launching: Launching;
  let owner: Person;
  beforeAll(async () => {
    road = await openRoad(database);
    launching = launchingOn(road);
    owner = await road.studio.person('publisher', { name: 'Chị Hạnh' });
  });
  afterAll(() => road?.[Symbol.asyncDispose]());

  const both = ['vi', 'fr'] as const;
  const planned = async (
    rule: string,
    approved: readonly ('vi' | 'fr' | 'en')[],
    locales: readonly string[] = both,
  ) => {
    const id = await launching.write(['vi', 'fr']);
    await launching.approve(id, approved);
    const at = moment();
    const made = await launching.prepare(id, { at, rule, locales }, owner);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    return { id, at, made };
  };
  const stateOf = async (id: string) => {
    const { launch, past } = await launching.told(id);
    const one = launch ?? past[0];
    return [
      one.state,
      Object.fromEntries(one.fates.map((fate: { locale: string; fate: string }) => [fate.locale, fate.fate])),
    ];
  };

  it('at their moment and not before, and what is missing is seen until then', async () => {
    const { id, at, made } = await planned('hold', ['vi']);
    expect(made.body.launch).toMatchObject({
      at,
      rule: 'hold',
      locales: ['vi', 'fr'],
      state: 'planned',
      by: 'Chị Hạnh',
    });
    const lacks = (body: { languages: { locale: string; lacks: { code: string }[] }[] }) =>
      Object.fromEntries(body.languages.map((one) => [one.locale, one.lacks.map(({ code }) => code)]));
    expect(lacks(made.body)).toEqual({
      vi: [],
      en: ['launch-untranslated'],
      fr: ['launch-unapproved'],
      zh: ['launch-untranslated'],
    });
    await launching.approve(id, ['fr']);
    expect(lacks(await launching.told(id)).fr).toEqual([]);
    await launching.round(justAfter(at, -1000));
    expect(await launching.seen(id, both)).toEqual([404, 404]);
    await launching.round(justAfter(at));
    expect(await launching.seen(id, both)).toEqual([expect.stringMatching(/^vi/), expect.stringMatching(/^fr/)]);
    expect(await stateOf(id)).toEqual(['done', { vi: 'out', fr: 'out' }]);
    const { body } = await owner.get(`/api/articles/${id}?locale=fr&depth=0`);
    expect(body.publishedBy.fr).toBe(owner.id);
  });

  it('of an event as of an article, with the hours that were approved', async () => {
    const { people, create, patch } = road;
    const hours = { startsAt: '2030-12-01T01:00:00.000Z', endsAt: '2030-12-01T10:00:00.000Z' };
    const facts = { kind: 'festival', status: 'confirmed', zone: 'Asia/Ho_Chi_Minh', ...hours };
    const { id, slug } = await create(people.editor, 'events', { ...completeText(`Hội ${database}`), ...facts });
    expect((await owner.post(`/api/events/${id}/review`, { locale: 'vi', action: 'approve' })).status).toBe(200);
    const at = moment();
    const made = await owner.post(`/api/events/${id}/launch`, { at, rule: 'hold', locales: ['vi'] });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    await patch(people.editor, `/api/events/${id}?locale=vi&depth=0`, { startsAt: '2030-12-01T05:00:00.000Z' });
    await launching.round(justAfter(at));
    await road.arrived();
    const read = await road.read(`/v1/vi/events/${slug}`);
    expect([read.status, read.body.data?.startsAt]).toEqual([200, hours.startsAt]);
    const draft = await owner.get(`/api/events/${id}?locale=vi&draft=true&depth=0`);
    expect(draft.body.startsAt).toBe('2030-12-01T05:00:00.000Z');
  });

  it('or wait for the last one, and go when it is approved', async () => {
    const { id, at } = await planned('hold', ['vi']);
    await launching.round(justAfter(at));
    expect(await stateOf(id)).toEqual(['held', { fr: 'held' }]);
    expect(await launching.seen(id, both)).toEqual([404, 404]);
    await launching.approve(id, ['fr']);
    await launching.round(justAfter(at, 120_000));
    expect(await launching.seen(id, both)).toEqual([expect.any(String), expect.any(String)]);
    expect((await launching.told(id)).past[0]).toMatchObject({ state: 'done', lateBy: 2 });
  });

  it('or go without it, and it does not follow by itself', async () => {
    const { id, at } = await planned('without', ['vi']);
    await launching.round(justAfter(at));
    expect(await stateOf(id)).toEqual(['done', { vi: 'out', fr: 'left-out' }]);
    const [title] = await launching.seen(id, ['vi']);
    expect(await launching.listed('en', String(title))).toMatchObject({ requested: 'en', served: 'vi' });
    expect(await launching.listed('fr', String(title))).toBeNull();
    await launching.approve(id, ['fr']);
    await launching.round(justAfter(at, 60_000));
    expect(await launching.seen(id, both)).toEqual([expect.any(String), 404]);
  });

  it('or go while readers of the late one get another language, until it follows', async () => {
    const { id, at } = await planned('fallback', ['vi']);
    await launching.round(justAfter(at));
    expect(await stateOf(id)).toEqual(['awaiting', { vi: 'out', fr: 'fallback' }]);
    const [title] = await launching.seen(id, ['vi']);
    const notice =
      'Ce texte n’est pas encore disponible en français. Il est affiché dans une autre langue\u00a0: vietnamien.';
    expect(await launching.listed('fr', String(title))).toMatchObject({ served: 'vi', awaited: { notice } });
    expect(await launching.listed('en', String(title))).not.toHaveProperty('awaited');
    await launching.approve(id, ['fr']);
    await launching.round(justAfter(at, 60_000));
    expect(await stateOf(id)).toEqual(['done', { vi: 'out', fr: 'out' }]);
    expect(await launching.seen(id, both)).toEqual([expect.any(String), expect.stringMatching(/^fr/)]);
    expect(await launching.listed('fr', String(title))).toBeNull();
  });

  it('as they were approved, whatever the draft has become since, and the draft stays', async () => {
    const { id, at } = await planned('hold', both);
    await launching.rewrite(id, 'fr', { title: 'Tout autre chose' });
    expect((await launching.told(id)).languages.find((one: { locale: string }) => one.locale === 'fr')).toMatchObject({
      state: 'ready',
      isBehindDraft: true,
    });
    await launching.round(justAfter(at));
    expect(await launching.seen(id, ['fr'])).toEqual([expect.stringMatching(/^fr \d/)]);
    const draft = await owner.get(`/api/articles/${id}?locale=fr&draft=true&depth=0`);
    expect(draft.body).toMatchObject({ title: 'Tout autre chose', _status: 'draft' });
    const again = await launching.review(id, 'fr', 'approve', road.people.editor);
    expect(again.body.code).toBe('forbidden');
  });

  it('with what all of them share as it was approved last, in whichever language', async () => {
    const { editor } = road.people;
    const id = await launching.write(both);
    const topic = await road.studio
      .person('administrator')
      .then((who) => who.post('/api/topics?locale=vi&depth=0', { name: `Áo dài ${database}` }));
    expect(topic.status, JSON.stringify(topic.body)).toBe(201);
    await launching.approve(id, ['fr']);
    await launching.rewrite(id, 'vi', { topics: [topic.body.doc.id] });
    await launching.approve(id, ['vi']);
    await launching.rewrite(id, 'vi', { topics: [] });
    const at = moment();
    await launching.prepare(id, { at, rule: 'hold', locales: both }, owner);
    await launching.round(justAfter(at));
    const live = await editor.get(`/api/articles/${id}?locale=fr&depth=0`);
    expect(live.body).toMatchObject({ _status: 'published', topics: [topic.body.doc.id] });
    const draft = await editor.get(`/api/articles/${id}?locale=vi&depth=0&draft=true`);
    expect(draft.body.topics ?? []).toEqual([]);
  });

  it('not where the approval was withdrawn meanwhile', async () => {
    const { id, at } = await planned('hold', both);
    expect((await launching.review(id, 'fr', 'withdraw')).status).toBe(200);
    await launching.round(justAfter(at));
    expect(await stateOf(id)).toEqual(['held', { fr: 'held' }]);
    expect(await launching.seen(id, both)).toEqual([404, 404]);
  });

  it('R21: not where whoever approved may no longer publish the language', async () => {
    const reviewer = await road.studio.person('publisher');
    const { id, at } = await planned('without', ['vi']);
    await launching.approve(id, ['fr'], reviewer);
    await road.studio.payload.update({ collection: 'users', id: reviewer.id, data: { publishes: ['vi'] } });
    await launching.round(justAfter(at));
    expect(await stateOf(id)).toEqual(['done', { vi: 'out', fr: 'left-out' }]);
    expect((await launching.told(id)).past[0].fates[1].reasons[0].code).toBe('launch-signatory');
  });

  it.each([
    ['whoever approved it is shut out', 'approver', { disabled: true }],
    ['whoever decided on it is shut out', 'decider', { disabled: true }],
    ['whoever approved it has another part by now', 'approver', { roles: ['editor'] }],
    ['whoever decided on it has another part by now', 'decider', { roles: ['editor'] }],
    ['whoever approved it must change a password that others know', 'approver', { mustChangePassword: true }],
  ] as const)('R21: not where %s', async (_, whose, change) => {
    const approver = await road.studio.person('publisher');
    const decider = await road.studio.person('publisher');
    const id = await launching.write(both);
    await launching.approve(id, both, approver);
    const at = moment();
    expect((await launching.prepare(id, { at, rule: 'hold', locales: both }, decider)).status).toBe(200);
    const who = { approver, decider }[whose].id;
    await road.studio.payload.update({ collection: 'users', id: who, data: change as never });
    await launching.round(justAfter(at));
    expect(await stateOf(id)).toEqual(['held', { vi: 'held', fr: 'held' }]);
    const { launch } = await launching.told(id);
    for (const { reasons } of launch.fates) expect(reasons[0].code).toBe('launch-signatory');
    expect(await launching.seen(id, both)).toEqual([404, 404]);
    await road.studio.payload.update({
      collection: 'users',
      id: who,
      data: { disabled: false, roles: ['publisher'], mustChangePassword: false },
    });
    await launching.round(justAfter(at, 120_000));
    expect(await launching.seen(id, both)).toEqual([expect.any(String), expect.any(String)]);
  });

  it('R21: not where the marking was raised meanwhile', async () => {
    const { id, at } = await planned('fallback', both);
    const { marking } = (await owner.get(`/api/articles/${id}?locale=vi&draft=true&depth=0`)).body;
    const raised = await road.people.officer.post(`/api/markings/${marking}/raise`, {
      level: 'restricted',
      basis: 'x',
    });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    await launching.round(justAfter(at));
    const { docs } = await road.studio.payload.find({
      collection: 'launches' as never,
      where: { documentId: { equals: id } },
    });
    expect((docs[0] as unknown as { state: string }).state).toBe('held');
    expect((await owner.get(`/api/articles/${id}/launch`)).status).toBe(404);
    expect(await launching.seen(id, both)).toEqual([404, 404]);
  });
});
