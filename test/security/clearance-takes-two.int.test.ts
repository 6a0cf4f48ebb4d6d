import type { Where } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { requestsIn } from './support/lowering.ts';

describe.each(databases)('what a person may know is given by two, on %s', (database) => {
  let studio: Studio;
  let officer: Person;
  let second: Person;
  let administrator: Person;
  let person: Person;
  let article: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    const cleared = { clearance: 'restricted', compartments: ['harbour', 'metro'] } as const;
    officer = await studio.person('security-officer', { ...cleared, compartments: [...cleared.compartments] });
    second = await studio.person('security-officer', { name: 'Minh' });
    administrator = await studio.person('administrator');
    const editor = await studio.person('editor');
    const text = { title: 'Bến', summary: 'B.', body: bodyOf(['B']) };
    const { id, marking } = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const to = { level: 'restricted', compartments: ['harbour'], basis: 'x' };
    expect((await officer.post(`/api/markings/${marking}/raise`, to)).status).toBe(200);
    article = id;
  });
  beforeEach(async () => {
    person = await studio.person('editor');
  });
  afterAll(() => studio?.close());

  const soon = () => new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const wanted = { clearance: 'restricted', compartments: ['harbour'], reason: 'Công văn 7' };
  const ask = (who: Caller = officer, more: object = {}, id = person.id) =>
    who.post(`/api/users/${id}/ask-grant`, { ...wanted, until: soon(), ...more });
  const asked = async (more: object = {}): Promise<string> => (await ask(officer, more)).body.proposal;
  const answer = (act: string, proposal: string, who: Caller = second, more: object = {}) =>
    who.post(`/api/users/${person.id}/${act}`, { proposal, ...more });
  const stored = async () => {
    const found = await studio.payload.findByID({ collection: 'users', id: person.id, depth: 0 });
    return [found.clearance, (found.compartments ?? []).join()];
  };
  const opens = async (who: Caller = person) => (await who.get(`/api/articles/${article}?draft=true`)).status;
  const lines = async () => {
    const where: Where = { and: [{ documentId: { equals: person.id } }, { outcome: { equals: 'done' } }] };
    const { docs } = await studio.payload.db.find({ collection: 'audit', where, sort: 'at', pagination: false });
    return (docs as unknown as Record<string, string>[])
      .filter(({ action }) => action !== 'log-in')
      .map(({ action, actor }) => `${action} ${actor ?? '-'}`);
  };
  const nothing = ['internal', ''];
  const code = ({ body }: { body: { code?: string } }) => body.code;

  it('proposed by one, granted by another, and in force at once in the session that is open', async () => {
    const proposal = await asked();
    expect([await stored(), await opens()]).toEqual([nothing, 404]);
    expect((await answer('give-grant', proposal)).status).toBe(200);
    expect([await stored(), await opens()]).toEqual([['restricted', 'harbour'], 200]);
    expect(await lines()).toEqual(['create -', `ask-grant ${officer.id}`, `grant ${second.id}`]);
    const named = ['ask-grant', 'grant'].map((action) => [action, `grant=${proposal}`]);
    expect(await requestsIn({ studio }, person.id)).toEqual(named);
    expect(code(await answer('give-grant', proposal))).toBe('grant-not-asked');
  });

  it('an administrator may be the second; never whoever proposed it, the person, or somebody without the right', async () => {
    const proposal = await asked();
    expect(code(await answer('give-grant', proposal, officer))).toBe('grant-own-proposal');
    expect(code(await answer('give-grant', proposal, person))).toBe('forbidden');
    expect(code(await answer('give-grant', proposal, await studio.person('publisher')))).toBe('forbidden');
    expect(code(await ask(administrator))).toBe('forbidden');
    expect(code(await ask(officer, {}, officer.id))).toBe('forbidden');
    expect(await stored()).toEqual(nothing);
    expect((await answer('give-grant', proposal, administrator)).status).toBe(200);
    expect(await opens()).toBe(200);
  });

  it('nobody edits it: not by the form, not of several people at once, not whoever may grant it', async () => {
    for (const [field, value] of [
      ['clearance', 'restricted'],
      ['clearance', 'public'],
      ['compartments', ['harbour']],
      ['clearedUntil', '2030-01-01T00:00:00.000Z'],
    ] as const)
      for (const who of [officer, administrator]) {
        const sent = { [field]: value };
        expect(code(await who.patch(`/api/users/${person.id}`, sent)), field).toBe('clearance-takes-two');
        const several = await who.patch(`/api/users?where[id][equals]=${person.id}`, sent);
        expect(code(several)).toBe('forbidden');
      }
    expect(await stored()).toEqual(nothing);
  });

  it('no program gives it in anybody’s name without two; the operator does, and leaves a line', async () => {
    const { payload } = studio;
    const user = { ...(await payload.findByID({ collection: 'users', id: second.id })), collection: 'users' } as never;
    const data = { clearance: 'restricted' } as const;
    const proposal = await asked();
    for (const context of [{}, { grantCarried: proposal }, { grantCarried: 'everything' }])
      await expect(
        payload.update({ collection: 'users', id: person.id, data, user, context, overrideAccess: true }),
      ).rejects.toThrow(/clearance-takes-two/);
    expect(await stored()).toEqual(nothing);
    await payload.update({ collection: 'users', id: person.id, data });
    expect((await lines()).filter((line) => line.startsWith('grant'))).toEqual(['grant -']);
    // What they hold is not what it was when it was proposed
    expect(code(await answer('give-grant', proposal))).toBe('grant-changed');
  });

  it('ends at its last instant, also in the session that is open', async () => {
    expect((await answer('give-grant', await asked())).status).toBe(200);
    expect(await opens()).toBe(200);
    const data = { clearedUntil: new Date(Date.now() - 1000).toISOString() };
    await studio.payload.db.updateOne({ collection: 'users', id: person.id, data });
    expect(await opens()).toBe(404);
    expect((await officer.get(`/api/users/${person.id}/grants`)).body.held.over).toBe(true);
  });

  it('a proposal waits once, lapses, is refused and taken back, and falls with whoever made it', async () => {
    const first = await asked();
    expect(code(await ask(second))).toBe('grant-asked-already');
    const where = { id: { equals: first } };
    await studio.payload.db.updateOne({ collection: 'grants', where, data: { lapsesAt: new Date(0).toISOString() } });
    expect(code(await answer('give-grant', first))).toBe('grant-not-asked');
    const refused = await asked();
    expect(code(await answer('refuse-grant', refused, second, {}))).toBe('field-invalid');
    expect((await answer('refuse-grant', refused, second, { reason: 'Chưa' })).status).toBe(200);
    const taken = await asked();
    expect((await answer('withdraw-grant', taken, second)).status).toBe(200);
    const gone = await studio.person('security-officer');
    const proposal = (await ask(gone)).body.proposal;
    expect((await administrator.patch(`/api/users/${gone.id}`, { disabled: true })).status).toBe(200);
    expect(code(await answer('give-grant', proposal))).toBe('grant-asker-gone');
    expect(await stored()).toEqual(nothing);
  });

  it('has an end that is not over, at most two years ahead, and knows its compartments', async () => {
    for (const more of [
      { until: '2020-01-01' },
      { until: '2099-01-01' },
      { until: 'mai' },
      { until: undefined },
      { compartments: ['nothing'] },
      { clearance: 'cosmic' },
      { reason: ' ' },
    ])
      expect(code(await ask(officer, more)), JSON.stringify(more)).toBe('field-invalid');
  });

  it('all of it is taken back in one act, with what waits and every session', async () => {
    expect((await answer('give-grant', await asked())).status).toBe(200);
    const waiting = await asked({ compartments: ['harbour', 'metro'] });
    const end = (how: string, who: Caller = administrator) =>
      who.post(`/api/users/${person.id}/end-grants`, { how, reason: 'Chuyển việc' });
    expect(code(await end('moving', person))).toBe('forbidden');
    expect((await end('moving')).status).toBe(200);
    expect([await stored(), await opens()]).toEqual([nothing, 401]);
    const found = await studio.payload.findByID({ collection: 'users', id: person.id, depth: 0 });
    expect([found.roles ?? [], found.publishes ?? [], found.disabled]).toEqual([[], [], false]);
    expect(code(await answer('give-grant', waiting))).toBe('grant-not-asked');
    await studio.logIn(person.email, person.password);
    expect((await end('leaving', second)).status).toBe(200);
    await expect(studio.logIn(person.email, person.password)).rejects.toThrow('401');
    expect((await lines()).slice(-2)).toEqual([`end-grants ${administrator.id}`, `end-grants ${second.id}`]);
  });
});
