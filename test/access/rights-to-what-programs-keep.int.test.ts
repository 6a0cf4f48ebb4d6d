import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '#access/rules.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Door, isOpen, nowhere, removal, stockDoors } from './support/doors.ts';
import { type Asker, everyone, gather, type Name } from './support/everyone.ts';
import { opens, type Row, tableOf } from './support/tables.ts';

const hintData = { collection: 'articles', documentId: nowhere };

/** Collections of people's own things; every other one that is built belongs to the machinery. */
const ofPeople = [
  ...['articles', 'events', 'images', 'albums', 'places', 'topics', 'agencies', 'rights', 'consents', 'concepts'],
  ...['users', 'markings', 'reviews', 'audit'],
  ...['payload-preferences', 'upload-batches', 'upload-fates'],
];

/** Of the machinery the usual run asks as those who would come nearest to it, and as those who may do nothing; the long one as everybody. */
const askedOfMachinery: readonly Name[] = isLongRun
  ? everyone
  : ['administrator', 'security-officer', 'nobody', 'without role'];

describe.each(exhaustiveDatabases)('the tables of rights to what programs keep hold at the door, on %s', (database) => {
  let studio: Studio;
  let person: (name: Name) => Asker;
  let other: Person;
  const hint = randomUUID();
  beforeAll(async () => {
    studio = await startStudio({ database });
    person = await gather(studio);
    other = await studio.person('editor');
    const data = { id: hint, collection: 'articles', documentId: nowhere, at: new Date().toISOString() };
    await studio.payload.db.create({ collection: 'outbox', customID: hint, data, returning: false });
  });
  afterAll(() => studio?.close());

  const doorsOf = (who: Asker, slug: string): Door[] => {
    const id = slug === 'outbox' ? hint : nowhere;
    const member = { album: nowhere, image: nowhere, rank: 'U0000000' };
    const pair = { pair: `${nowhere} ${id}`, one: nowhere, other: id, state: 'open' };
    const whole: Record<string, object> = { 'album-members': member, 'look-alikes': pair, outbox: hintData };
    const made = whole[slug] ?? {};
    return [
      ['create', () => who.post(`/api/${slug}?locale=vi`, made)],
      ['read', () => who.get(`/api/${slug}`)],
      ['read', () => who.get(`/api/${slug}/count`)],
      ...stockDoors(who, slug, id),
      ['update', () => who.patch(`/api/${slug}?locale=vi&where[id][exists]=true`, {})],
      removal(who, slug, id),
      ['delete', () => who.delete(`/api/${slug}?where[id][exists]=true`)],
    ];
  };

  it.each(askedOfMachinery)('R19 R20: of the machinery for %s', async (name) => {
    const row = tableOf('machinery')[name] as Row;
    const slugs = studio.payload.config.collections.map(({ slug }) => slug).filter((slug) => !ofPeople.includes(slug));
    expect(slugs).toContain('outbox');
    for (const slug of slugs) {
      for (const [action, ask] of doorsOf(person(name), slug)) {
        const answer = await ask();
        const what = `${action} ${slug}: ${answer.status} ${JSON.stringify(answer.body)}`;
        expect(answer.status, what).toBeLessThan(500);
        expect(isOpen(action, answer), what).toBe(opens(row[action]));
      }
    }
    expect((await studio.payload.count({ collection: 'outbox', where: { id: { equals: hint } } })).totalDocs).toBe(1);
  });

  it.each(everyone)('of what became of uploads for %s', async (name) => {
    const row = tableOf('upload')[name] as Row;
    const who = person(name);
    const me = (await who.get('/api/users/me')).body.user?.id;
    const kept = (owner: string) => ({ id: randomUUID(), owner, at: new Date().toISOString(), defaults: '{}' });
    for (const data of [kept(other.id), ...(me ? [kept(String(me))] : [])]) {
      await studio.payload.db.create({ collection: 'upload-batches', customID: data.id, data, returning: false });
      const isOwn = data.owner !== other.id;
      for (const [action, ask] of [
        ...stockDoors(who, 'upload-batches', data.id),
        removal(who, 'upload-batches', data.id),
      ]) {
        const answer = await ask();
        const what = `${action} ${isOwn}: ${answer.status} ${JSON.stringify(answer.body)}`;
        expect(isOpen(action, answer), what).toBe(opens(row[action], { isOwn }));
      }
      const told = isOpen('read', await who.get(`/api/images/batches/${data.id}`));
      expect(told).toBe(opens(row.read, { isOwn }));
    }
    expect(isOpen('create', await who.post('/api/upload-fates', {}))).toBe(opens(row.create));
  });

  it.each(everyone)('R12: of preferences for %s', async (name) => {
    const row = tableOf('preference')[name] as Row;
    const who = person(name);
    const path = '/api/payload-preferences/of-this-test';
    const theirs = async () => (await other.get(path)).body.value;
    await other.post(path, { value: { kept: name } });
    const acts: [Action, () => ReturnType<Asker['get']>][] = [
      ['create', () => who.post(path, { value: { by: 'me' } })],
      ['read', () => who.get(path)],
      ['update', () => who.post(path, { value: { by: 'me again' } })],
      ['delete', () => who.delete(path)],
      ['delete', () => who.delete('/api/payload-preferences')],
    ];
    for (const [action, ask] of acts) {
      const answer = await ask();
      const what = `${action}: ${answer.status} ${JSON.stringify(answer.body)}`;
      expect(isOpen(action, answer), what).toBe(opens(row[action], { isOwn: true }));
      if (action === 'read' && answer.status < 400) expect(answer.body.value, what).toEqual({ by: 'me' });
      expect(opens(row[action], { isOwn: false }), what).toBe(false);
      expect(await theirs(), what).toEqual({ kept: name });
    }
  });
});
