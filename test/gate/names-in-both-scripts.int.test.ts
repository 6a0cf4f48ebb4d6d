import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, enter, form } from '../names/support/entries.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';

describe.each(databases)('names that the registry writes in both scripts, on %s', (database) => {
  let studio: Studio;
  let house: Gatehouse;
  let keeper: Person;
  let entry: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    house = await openGatehouse(studio);
    keeper = await studio.person('terminologist');
    const editor = await studio.person('editor');
    const made = await editor.post('/api/topics?locale=zh&depth=0', { name: '里街的后面' });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
  });
  afterAll(() => studio?.close());

  /** What the public reads of the topic in Traditional characters, once the gate has compared everything. */
  const shown = async () => {
    await house.pass();
    const [record] = (await house.live()).values();
    const title = record?.type === 'topic' ? record.editions['zh-Hant']?.at(-1)?.title : undefined;
    return { title, entries: (await house.history()).length };
  };

  it('are converted as the dictionary has them while nobody has written them down', async () => {
    expect(await shown()).toEqual({ title: '裡街的後面', entries: 1 });
  });

  it('are what the registry says once it says it, and every text that has them is released anew, once', async () => {
    entry = await enter(keeper, [form('zh', '里街', 'approved', { traditional: '里街' })], 'street');
    expect(await shown()).toEqual({ title: '里街的後面', entries: 2 });
    expect(await shown()).toEqual({ title: '里街的後面', entries: 2 });
  });

  it('follow the registry when it changes, and go back when it says nothing any more', async () => {
    const changed = await change(keeper, entry, [form('zh', '里街', 'approved', { traditional: '裏街' })]);
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect(await shown()).toEqual({ title: '裏街的後面', entries: 3 });
    await change(keeper, entry, [form('zh', '里街', 'obsolete', { traditional: '裏街' }), form('zh', '里大街')]);
    expect(await shown()).toEqual({ title: '裡街的後面', entries: 4 });
  });
});
