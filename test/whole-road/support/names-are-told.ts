import { expect, it } from 'vitest';
import type { Road } from './road.ts';
import { showing } from './shown.ts';

const canary = 'CANARY7b20fa';
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Names of people who are shown, from the studio to the public. @param road once it is open */
export const namesAreTold = (road: () => Road): void => {
  const { set, show, consentOf } = showing(road);

  it('names of people leave where the city says so, in each language as they are written; no other name, and never a minor’s', async () => {
    const who = (name: object, told: boolean, minor = false) => ({ name, told, minor });
    const persons = [
      who({ vi: ' Nguyễn Thị Bình ', zh: '阮氏莲' }, true),
      who({ vi: `${canary}-a` }, false),
      who({ en: `${canary}-b` }, false, true),
    ];
    const shown = await show('Người', { persons });
    const path = `/api/images/${shown.picture.id}?locale`;
    await set(`${path}=zh`, { title: '人物', alt: '人物' });
    await set(`${path}=en`, { title: 'People', alt: 'People' });
    await road().arrived();
    const people = async (locale: string) => (await road().read(`/v1/${locale}/images/${shown.id}`)).body?.data?.people;
    const slug = 'nguyen-thi-binh';
    expect(await Promise.all(['vi', 'zh-Hans', 'zh-Hant', 'en'].map(people))).toEqual([
      [{ slug, name: 'Nguyễn Thị Bình' }],
      [{ slug, name: '阮氏莲' }],
      [{ slug, name: '阮氏蓮' }],
      [{ slug, name: 'Nguyễn Thị Bình' }],
    ]);
    const found = async () => (await road().read(`/v1/zh-Hans/images?person=${slug}`)).body.data.length;
    expect(await found()).toBe(1);
    expect((await road().house.bytes()).includes(canary)).toBe(false);
    // A copy carries no name: it could not be called back
    const { sources } = (await road().read(`/v1/vi/images/${shown.id}`)).body.data;
    for (const { href } of sources) {
      const file = Buffer.from(await (await road().node.get(new URL(href).pathname)).arrayBuffer());
      expect([file.includes('Lan'), file.includes('Nguyễn Thị Bình')]).toEqual([true, false]);
    }

    const { editor, curator } = road().people;
    expect((await editor.get(`${path}=vi`)).body).not.toHaveProperty('persons');
    expect(JSON.stringify((await editor.get(`${path}=vi`)).body)).not.toContain('Bình');
    const where = 'where[persons][contains]=Bình';
    expect((await editor.get(`/api/images?${where}`)).status).toBeGreaterThanOrEqual(400);
    const translator = await road().studio.person('translator', { translates: ['en'] });
    const { revision } = (await translator.get(`${path}=en`)).body;
    expect((await translator.patch(`${path}=en`, { title: 'Somebody', revision })).status).toBe(200);
    expect((await curator.get(`${path}=en`)).body.persons).toMatchObject([{ name: { zh: '阮氏莲' } }, {}, {}]);
    const now = (await curator.get(`${path}=vi`)).body;
    for (const bad of [
      [who({}, false)],
      [who({ vi: 'An' }, true, true)],
      [{ name: { vi: 'An' } }],
      'An',
      [who({ de: 'A' }, true)],
    ])
      expect((await curator.patch(`${path}=vi`, { persons: bad, revision: now.revision })).body.code).toBe(
        'field-invalid',
      );

    await set(`${path}=vi`, { persons: persons.map((one) => ({ ...one, told: false })) });
    await road().arrived();
    expect([await people('vi'), await found()]).toEqual([[], 0]);
    await set(`${path}=vi`, { persons });
    const consent = await consentOf(`${canary}-c`);
    await set(`${path}=vi`, { people: 'released', consents: [consent] });
    await road().arrived();
    expect(await people('vi')).toHaveLength(1);
    await set(`/api/consents/${consent}`, { withdrawnOn: inMs(0) });
    await road().arrived();
    expect([(await road().read(`/v1/vi/images/${shown.id}`)).status, await found()]).toEqual([410, 0]);
  });
};
