import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenGate } from '#editorial/gate/open-gate.ts';
import type { Edition } from '#record/records.ts';
import { change } from '../support/change.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { bodyOf, paragraph, words } from './support/lexical.ts';

describe.each(databasesInTurn)('an article travels from the studio to the feed, on %s', (database) => {
  let studio: Studio;
  let house: Gatehouse;
  let gate: OpenGate;
  let editor: Person;
  let publisher: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    house = await openGatehouse(studio);
    gate = await house.open();
    editor = await studio.person('editor');
    publisher = await studio.person('publisher');
  }, 120_000);
  afterAll(async () => {
    await gate?.[Symbol.asyncDispose]();
    await studio?.close();
  });

  const text = (title: string) => ({ title, summary: `${title}.`, body: bodyOf(paragraph(words(`Text: ${title}`))) });
  const write = async (title: string): Promise<string> => {
    const made = await editor.post('/api/articles?locale=vi', text(title));
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const save = async (id: string, locale: string, fields: object, by: Person = editor) => {
    const saved = await change(by, `/api/articles/${id}?locale=${locale}`, fields);
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  };
  const publish = (id: string, locale: string, times: object = {}, by = publisher) =>
    save(id, locale, { _status: 'published', ...times }, by);
  /** What is public once the gate has heard of everything: titles by language. */
  const titles = async (address: string) => {
    await gate.settle();
    const editions = (await house.live()).get(address)?.editions ?? {};
    const named = Object.entries(editions).map(([locale, all]) => [
      locale,
      (all as Edition[]).map(({ title }) => title),
    ]);
    return Object.fromEntries(named);
  };

  it('R53: one language at a time, and never as a draft', async () => {
    const id = await write('Hoi hoa');
    await save(id, 'en', text('Flower fair'));
    expect(await titles('article/vi/hoi-hoa')).toEqual({});
    await publish(id, 'vi');
    expect(await titles('article/vi/hoi-hoa')).toEqual({ vi: ['Hoi hoa'] });
    await publish(id, 'en');
    expect(await titles('article/vi/hoi-hoa')).toEqual({ vi: ['Hoi hoa'], en: ['Flower fair'] });
    await save(id, 'vi', { title: 'Hoi hoa xuan' });
    expect(await titles('article/vi/hoi-hoa')).toEqual({ vi: ['Hoi hoa'], en: ['Flower fair'] });
    await save(id, 'en', { _status: 'draft' }, publisher);
    expect(await titles('article/vi/hoi-hoa')).toEqual({ vi: ['Hoi hoa'] });
  });

  it('keeps what is read in force until a planned replacement appears', async () => {
    const id = await write('Cau moi');
    await publish(id, 'vi');
    await save(id, 'vi', { title: 'Cau da xong' });
    await publish(id, 'vi', { appearsAt: '2035-01-01T00:00:00.000Z' });
    expect(await titles('article/vi/cau-moi')).toEqual({ vi: ['Cau moi', 'Cau da xong'] });
    await save(id, 'vi', { title: 'Cau xong roi' });
    await publish(id, 'vi', { appearsAt: '2034-01-01T00:00:00.000Z' });
    expect(await titles('article/vi/cau-moi')).toEqual({ vi: ['Cau moi', 'Cau xong roi'] });
    await publish(id, 'vi', { appearsAt: null });
    expect(await titles('article/vi/cau-moi')).toEqual({ vi: ['Cau xong roi'] });
  });

  it('shows nothing in advance of a first publication that is planned after a language was taken back', async () => {
    const id = await write('Thu nghiem');
    await publish(id, 'vi');
    await save(id, 'vi', { _status: 'draft' }, publisher);
    expect(await titles('article/vi/thu-nghiem')).toEqual({});
    await publish(id, 'vi', { appearsAt: '2035-01-01T00:00:00.000Z' });
    expect(await titles('article/vi/thu-nghiem')).toEqual({ vi: ['Thu nghiem'] });
  });

  it('is dated by when it can first be read, planned or not', async () => {
    const id = await write('Khai truong');
    const dates = async () => {
      await gate.settle();
      const all = (await house.live()).get('article/vi/khai-truong')?.editions.vi ?? [];
      return all.map(({ publishedAt, updatedAt }) => [publishedAt, updatedAt]);
    };
    const [first, second] = ['2035-01-01T00:00:00.000Z', '2034-01-01T00:00:00.000Z'];
    await publish(id, 'vi', { appearsAt: first });
    expect(await dates()).toEqual([[first, first]]);
    await publish(id, 'vi', { appearsAt: second });
    expect(await dates()).toEqual([[second, second]]);
    await publish(id, 'vi', { appearsAt: null });
    const [now = []] = await dates();
    expect(now[0]).toBe(now[1]);
    expect(String(now[0]) < second).toBe(true);
    await publish(id, 'vi', { appearsAt: first });
    expect(await dates()).toEqual([now, [now[0], first]]);
  });

  it('stays public when its publisher goes on to write in it and another language goes out', async () => {
    const both = await studio.person(['editor', 'publisher']);
    const id = await write('Ben tau');
    await save(id, 'en', text('The pier'));
    await publish(id, 'en', {}, both);
    await save(id, 'en', { title: 'The new pier' }, both);
    await publish(id, 'vi');
    expect(await titles('article/vi/ben-tau')).toEqual({ vi: ['Ben tau'], en: ['The pier'] });
  });

  it('is gone as soon as it is marked', async () => {
    const id = await write('Bi mat');
    await publish(id, 'vi');
    expect(await titles('article/vi/bi-mat')).toEqual({ vi: ['Bi mat'] });
    const { marking } = (await publisher.get(`/api/articles/${id}?depth=0`)).body;
    const data = { level: 'restricted' };
    await studio.payload.update({ collection: 'markings', id: marking, data, overrideAccess: true });
    expect(await titles('article/vi/bi-mat')).toEqual({});
  });

  it('is gone when it is deleted', async () => {
    const id = await write('Xoa di');
    await publish(id, 'vi');
    expect(await titles('article/vi/xoa-di')).toEqual({ vi: ['Xoa di'] });
    await studio.payload.delete({ collection: 'articles', id, overrideAccess: true });
    expect(await titles('article/vi/xoa-di')).toEqual({});
  });
});
