import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDelivery } from '../../src/delivery/start.ts';
import { tilesOf, untilKept } from '../iiif/support/cutters.ts';
import { nodeOf, until } from '../support/delivery-node.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases } from '../support/studio.ts';
import { type Made, openRoad, type Road } from './support/road.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';
const locales = ['vi', 'en', 'fr', 'zh-Hans'] as const;

describe.each(databases)('R50: what is raised is gone from delivery, on %s', (database) => {
  let road: Road;
  let [story, other, picture] = [{}, {}, {}] as Made[] as [Made, Made, Made];
  let party: Made;
  const files: string[] = [];
  /** Public ids by address, as they were while everything was public. */
  const ids: Record<string, string> = {};
  const paths = {
    story: '/v1/vi/articles',
    other: '/v1/vi/articles',
    party: '/v1/vi/events',
    picture: '/v1/vi/images',
  };

  beforeAll(async () => {
    road = await openRoad(database);
    const { people, upload, create, publish } = road;
    picture = await upload(people.curator, 'Camera', { title: 'Phà', alt: 'Phà', credit: 'Lan', rights });
    const text = (title: string) => ({ title, summary: title, body: bodyOf([title], [picture.id]), cover: picture.id });
    story = await create(people.editor, 'articles', text('Qua sông'));
    other = await create(people.editor, 'articles', text('Bến phà'));
    const times = { startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-12-02T00:00:00Z' };
    party = await create(people.editor, 'events', { ...text('Hội sông'), ...times });
    await publish(people.publisher, 'articles', story.id, 'vi');
    await publish(people.publisher, 'articles', other.id, 'vi');
    await publish(people.publisher, 'events', party.id, 'vi');
    await road.arrived();
    for (const [name, path] of Object.entries(paths)) {
      const { slug } = { story, other, party, picture }[name as keyof typeof paths];
      ids[name] = (await road.read(`${path}/${slug}`)).body.data.id;
    }
    const { data } = (await road.read(`/v1/vi/images/${picture.slug}`)).body;
    files.push(...data.sources.map(({ href }: { href: string }) => new URL(href).pathname));
  });
  afterAll(() => road?.[Symbol.asyncDispose]());

  const raise = async (made: Made) => {
    const basis = { level: 'restricted', basis: 'Công văn 12/2026' };
    const { status, body } = await road.people.officer.post(`/api/markings/${made.marking}/raise`, basis);
    expect(status, JSON.stringify(body)).toBe(200);
    await road.arrived();
    return body.alsoRaised.map(({ id }: { id: string }) => id).sort();
  };
  /** Every list of every language, as text. */
  const lists = async () => {
    const all = locales.flatMap((locale) =>
      ['articles', 'events', 'images'].map((collection) => `/v1/${locale}/${collection}`),
    );
    return JSON.stringify(await Promise.all(all.map(async (path) => (await road.read(path)).body)));
  };
  const statusAt = async (name: keyof typeof paths, key: string) => {
    const path = paths[name];
    return Promise.all(
      locales.map(async (locale) => (await road.read(`${path.replace('/vi/', `/${locale}/`)}/${key}`)).status),
    );
  };
  /** What viewers ask for; cut and kept before anything is raised. */
  const viewed = (id = ids.picture) =>
    ['', '/info.json', '/manifest.json', '/0,0,512,512/max/0/default.jpg', '/full/300,/0/default.webp'].map(
      (end) => `/iiif/3/${id}${end}`,
    );
  const viewersGet = async (at = road.node) => Promise.all(viewed().map(async (path) => (await at.get(path)).status));
  const filesAnswer = () => Promise.all(files.map(async (file) => (await road.node.get(file)).status));

  it('an article with all its addresses, and the picture that it showed stays where it was', async () => {
    expect(files.length).toBeGreaterThan(3);
    expect(await raise(story)).toEqual([]);
    for (const key of [ids.story ?? '', story.slug]) expect(await statusAt('story', key)).toContain(410);
    expect(await statusAt('story', ids.story ?? '')).toEqual([410, 410, 410, 410]);
    expect(await lists()).not.toContain(ids.story);
    expect((await road.read(`/v1/vi/articles/${other.slug}`)).status).toBe(200);
    expect(new Set(await filesAnswer())).toEqual(new Set([200]));
  });

  it('what viewers are shown of the picture is cut from a copy of its own, and kept', async () => {
    const released = (await road.house.live()).get(`image/vi/${picture.slug}`);
    expect(released?.type === 'image' && released.editions.vi?.[0]?.accessCopy).toMatchObject({
      width: 1400,
      height: 900,
    });
    expect(await viewersGet()).toEqual([303, 200, 200, 200, 200]);
    await untilKept(`${road.studio.folder}/node`, 2);
  });

  it('a picture with everything that shows it: articles, events, lists and every file', async () => {
    expect(await raise(picture)).toEqual([other.id, party.id].sort());
    for (const name of ['other', 'party', 'picture'] as const)
      expect(await statusAt(name, ids[name] ?? ''), name).toEqual([410, 410, 410, 410]);
    const text = await lists();
    for (const id of Object.values(ids)) expect(text).not.toContain(id);
    await until(filesAnswer, (statuses) => statuses.every((status) => status === 410));
    expect(await viewersGet()).toEqual([410, 410, 410, 410, 410]);
    expect(tilesOf(`${road.studio.folder}/node`)).toEqual([]);
    for (const file of files)
      expect((await road.node.get(file, { headers: { range: 'bytes=0-9', 'if-none-match': '*' } })).status).toBe(410);
  });

  it('also on a node that begins only now, and in the studio for everybody without clearance', async () => {
    const { people } = road;
    for (const path of [
      `/api/articles/${story.id}`,
      `/api/articles/${other.id}`,
      `/api/events/${party.id}`,
      `/api/images/${picture.id}`,
      `/api/images/${picture.id}/file`,
      `/api/images/${picture.id}/file?width=320`,
    ])
      for (const who of [people.editor, people.publisher, people.curator])
        expect((await who.get(path)).status, path).toBe(404);
    expect((await road.house.live()).size).toBe(0);
    const late = nodeOf(await startDelivery(road.values('late')));
    try {
      await late.reach(await road.feedEnd());
      for (const path of [...Object.values(paths), ...Object.values(paths).map((path) => path.replace('/vi/', '/fr/'))])
        expect((await road.read(path, late)).body.data, path).toEqual([]);
      for (const file of files) expect((await late.get(file)).status).toBe(410);
      expect(await viewersGet(late)).toEqual([410, 410, 410, 410, 410]);
    } finally {
      await late.close();
    }
  });
});
