import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openComparer } from '#editorial/archive/look-alikes/comparer.ts';
import { bodyOf } from '../support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../support/pictures.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Made, openRoad, type Road } from '../whole-road/support/road.ts';
import { albumsAreUnited } from './support/merged-albums.ts';

/** Of a picture of 1500 × 1000, and of one of 600 × 400. */
const square = { x: 0.1, y: 0.2, width: 0.4, height: 0.6 };
const tall = { x: 0.5, y: 0, width: 0.375, height: 1 };

const rights = 'http://creativecommons.org/licenses/by/4.0/';

describe.each(databasesInTurn)('two records of one picture, on %s', (database) => {
  let road: Road;
  let curator: Person;
  let comparer: ReturnType<typeof openComparer>;
  let [large, small, stranger] = [{}, {}, {}] as Made[] as [Made, Made, Made];
  let story: Made;

  const bring = async (bytes: Uint8Array<ArrayBuffer>, words: object, who = curator): Promise<Made> => {
    const body = pictureForm(bytes, words);
    const sent = await who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body.doc;
  };
  const pairs = async (query = '', who = curator) => {
    const answer = await who.get(`/api/images/look-alikes${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.pairs as { id: string; fine: number; pictures: { id: string }[] }[];
  };
  const waitingFor = async (who = curator): Promise<number> => (await who.get('/api/images/look-alikes')).body.waiting;
  const onlyPair = async () => {
    const [pair, ...more] = await pairs();
    expect(more).toEqual([]);
    return String(pair?.id);
  };
  /** What a curator reads of a picture; whether it has been compared is not said of it. */
  const record = async (id: string) => {
    const { likeness, ...read } = (await curator.get(`/api/images/${id}?locale=all&depth=0`)).body;
    return read;
  };
  const revisionOf = async (id: string): Promise<number> => (await record(id)).revision;
  const shown = async (): Promise<string[]> => {
    const { body } = await road.read(`/v1/vi/articles/${story.slug}`);
    return [
      body.data.cover?.id,
      ...body.data.body.blocks.map((block: { picture?: { id: string } }) => block.picture?.id),
    ];
  };
  /** Ids in the archive screen, which shows one record of a picture. */
  const inArchive = async (): Promise<string[]> => {
    const { body } = await curator.get('/api/images/archive/pictures?locale=vi');
    const ids = [large, small, stranger].map(({ id }) => id);
    return body.pictures
      .map(({ id }: { id: string }) => id)
      .filter((id: string) => ids.includes(id))
      .toSorted();
  };
  const cropsOf = async (made: Made) => (await road.read(`/v1/vi/images/${made.slug}`)).body.data.crops;
  const setPersons = async (id: string, persons: object[]) => {
    const saved = await curator.patch(`/api/images/${id}?locale=vi`, { persons, revision: await revisionOf(id) });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  };
  const publicId = async (made: Made): Promise<string> => (await road.read(`/v1/vi/images/${made.slug}`)).body.data.id;

  beforeAll(async () => {
    road = await openRoad(database);
    curator = road.people.curator;
    comparer = openComparer(road.studio.payload);
    const words = { alt: 'Phà qua sông', credit: 'Lan', rights };
    large = await bring(await jpegOf(texturedPicture(1, 1500, 1000)), { title: 'Phà lớn', ...words });
    const grey = texturedPicture(1, 600, 400).greyscale();
    small = await bring(await jpegOf(grey, 60), { title: 'Phà nhỏ', ...words, creator: 'Trần Lan' });
    stranger = await bring(await jpegOf(texturedPicture(2)), { title: 'Chợ', ...words });
    const english = { title: 'Ferry', alt: 'Ferry on the river', revision: await revisionOf(small.id) };
    expect((await curator.patch(`/api/images/${small.id}?locale=en`, english)).status).toBe(200);
    const [told, untold] = [
      { told: true, minor: false },
      { told: false, minor: false },
    ];
    const persons = [
      { name: { vi: 'An' }, ...told },
      { name: { vi: 'Chi' }, ...told },
    ];
    await setPersons(small.id, persons);
    await setPersons(large.id, [{ name: { vi: 'Chi' }, ...untold }]);
    const text = { title: 'Qua sông', summary: 'Qua sông', body: bodyOf(['Phà'], [small.id]), cover: small.id };
    story = await road.create(road.people.editor, 'articles', text);
    await road.publish(road.people.publisher, 'articles', story.id, 'vi');
    const release = await road.people.publisher.post('/api/images/release', { ids: [large.id, stranger.id] });
    expect(release.status, JSON.stringify(release.body)).toBe(200);
    await road.arrived();
  }, 240_000);
  afterAll(() => road?.[Symbol.asyncDispose]());

  it('are found once, whoever compares and however often, and change nothing of either record', async () => {
    const before = await record(large.id);
    expect(await waitingFor()).toBe(3);
    await Promise.all([comparer.round(), openComparer(road.studio.payload).round()]);
    await comparer.round();
    const found = await pairs();
    expect(found).toHaveLength(1);
    expect(found[0]?.pictures.map(({ id }) => id).toSorted()).toEqual([large.id, small.id].toSorted());
    expect(await record(large.id)).toEqual(before);
    expect(await pairs(`?image=${stranger.id}`)).toEqual([]);
    expect(await waitingFor()).toBe(0);
  });

  it('are shown with everything in which they differ, and with the texts that show them', async () => {
    const { status, body } = await curator.get(`/api/images/look-alikes/${await onlyPair()}`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.better).toBe(large.id);
    const [one, other] = body.pictures.toSorted((a: { id: string }) => (a.id === large.id ? -1 : 1));
    expect(one).toMatchObject({ master: { width: 1500, height: 1000 }, uses: [] });
    expect(other).toMatchObject({
      described: { title: { vi: 'Phà nhỏ', en: 'Ferry' }, creator: 'Trần Lan' },
      uses: [{ collection: 'articles', id: story.id, cover: true, drafts: ['vi'], published: ['vi'] }],
    });
  });

  it('are nobody’s but the curators’, and of one above somebody’s clearance there is no pair', async () => {
    const id = await onlyPair();
    for (const who of [road.people.editor, road.people.publisher]) {
      expect((await who.get('/api/images/look-alikes')).status).toBe(403);
      expect((await who.post(`/api/images/look-alikes/${id}/different`, {})).status).toBe(403);
    }
    const [secret, copy] = [
      await bring(await jpegOf(texturedPicture(3)), { title: 'Một' }),
      await bring(await jpegOf(texturedPicture(3, 480, 320)), { title: 'Hai' }),
    ];
    const basis = { level: 'restricted', basis: 'Công văn 12/2026' };
    expect((await road.people.officer.post(`/api/markings/${secret.marking}/raise`, basis)).status).toBe(200);
    expect([await waitingFor(), await waitingFor(road.people.officer)]).toEqual([1, 2]);
    await comparer.round();
    expect(await onlyPair()).toBe(id);
    expect(await pairs(`?image=${copy.id}`)).toEqual([]);
    const [hidden] = await pairs(`?image=${copy.id}`, road.people.officer);
    const path = `/api/images/look-alikes/${hidden?.id}`;
    expect(await curator.get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await curator.post(`${path}/different`, {})).toMatchObject({ status: 404, body: { code: 'not-found' } });
    // They are not equally confidential, so not even the officer makes one of them
    const merge = { keep: copy.id, revision: await revisionOf(copy.id) };
    const refused = await road.people.officer.post(`${path}/merge`, merge);
    expect(refused).toMatchObject({ status: 422, body: { code: 'merge-levels-differ' } });
    expect((await road.people.officer.post(`${path}/different`, {})).status).toBe(200);
    expect(await pairs(`?image=${copy.id}`, road.people.officer)).toEqual([]);
  });

  it('show the public the crop that a curator sets, wherever they are shown, and refuse one that is none', async () => {
    const set = async ({ id }: Made, crops: object | null) =>
      curator.patch(`/api/images/${id}?locale=vi`, { crops, revision: await revisionOf(id) });
    const before = await record(large.id);
    const beyond = await set(large, { '1:1': { ...square, y: 0.5 } });
    expect(beyond).toMatchObject({
      status: 422,
      body: { code: 'crop-outside', detail: expect.stringContaining('1:1') },
    });
    expect(await set(large, { '4:3': square })).toMatchObject({ status: 422, body: { code: 'crop-shape' } });
    expect(await set(large, { '1:1': { x: 0, y: 0, width: 0.06, height: 0.09 } })).toMatchObject({
      status: 422,
      body: { code: 'crop-too-small' },
    });
    expect(await record(large.id)).toEqual(before);
    expect((await set(large, { '1:1': square })).status).toBe(200);
    expect((await set(small, { '9:16': tall })).status).toBe(200);
    await road.arrived();
    expect(await cropsOf(large)).toMatchObject({ '1:1': { ...square, set: true }, '4:3': { set: false } });
    const { body } = await road.read(`/v1/vi/articles/${story.slug}`);
    const inText = body.data.body.blocks.find(({ type }: { type: string }) => type === 'image').picture;
    for (const shown of [body.data.cover, inText])
      expect(shown.crops).toMatchObject({ '9:16': { ...tall, set: true }, '1:1': { set: false } });
    // Whoever saves something else leaves them as they are
    const words = { caption: 'Phà', revision: await revisionOf(large.id) };
    expect((await curator.patch(`/api/images/${large.id}?locale=vi`, words)).body.doc.crops).toEqual({ '1:1': square });
  });

  it('are not merged over what somebody has saved since, and a refusal leaves both as they were', async () => {
    const before = [await record(large.id), await record(small.id)];
    const path = `/api/images/look-alikes/${await onlyPair()}/merge`;
    const stale = await curator.post(path, { keep: large.id, revision: (await revisionOf(large.id)) - 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'revision-conflict' } });
    const unreleased = { id: large.id, collection: 'images', returning: false } as const;
    const [{ releasedBy, updatedAt }, { db }] = [await record(large.id), road.studio.payload];
    await db.updateOne({ ...unreleased, data: { releasedBy: null, updatedAt } });
    const inner = await curator.post(path, { keep: large.id, revision: await revisionOf(large.id) });
    expect(inner).toMatchObject({ status: 422, body: { code: 'image-release-incomplete' } });
    await db.updateOne({ ...unreleased, data: { releasedBy, updatedAt } });
    expect(await curator.post(path, { keep: stranger.id, revision: 1 })).toMatchObject({ status: 400 });
    const odd = { keep: large.id, revision: await revisionOf(large.id), fromOther: ['master'] };
    expect(await curator.post(path, odd)).toMatchObject({ status: 400, body: { code: 'field-invalid' } });
    expect([await record(large.id), await record(small.id)]).toEqual(before);
  });

  it('become one, which is shown wherever the other was; its old addresses lead there', async () => {
    const [kept, gone] = [await publicId(large), await publicId(small)];
    expect(await shown()).toContain(gone);
    const merge = { keep: large.id, revision: await revisionOf(large.id), fromOther: ['title.vi'] };
    const merged = await curator.post(`/api/images/look-alikes/${await onlyPair()}/merge`, merge);
    expect(merged.status, JSON.stringify(merged.body)).toBe(200);
    expect(await record(large.id)).toMatchObject({
      title: { vi: 'Phà nhỏ', en: 'Ferry' },
      alt: { vi: 'Phà qua sông', en: 'Ferry on the river' },
      creator: 'Trần Lan',
      credit: 'Lan',
      // Both name Chi, and one of them not for the public
      persons: [
        { name: { vi: 'Chi' }, told: false },
        { name: { vi: 'An' }, told: true },
      ],
      master: { sha256: (large as unknown as { master: { sha256: string } }).master.sha256, width: 1500 },
    });
    await road.arrived();
    expect(new Set((await shown()).filter(Boolean))).toEqual(new Set([kept]));
    // Crops belong to a master, so the kept record has its own and nothing of the other's
    expect(await cropsOf(large)).toMatchObject({ '1:1': { ...square, set: true }, '9:16': { set: false } });
    for (const key of [gone, small.slug]) {
      const answer = await road.read(`/v1/vi/images/${key}`);
      expect([answer.status, answer.location]).toEqual([301, expect.stringContaining(`/v1/vi/images/${large.slug}`)]);
    }
    expect(JSON.stringify((await road.read('/v1/vi/images')).body)).not.toContain(gone);
    expect(await inArchive()).toEqual([large.id, stranger.id].toSorted());
    expect(await pairs()).toEqual([]);
  });

  it('rise together, are published together, and cannot lose the one that stands for the other', async () => {
    for (const { id } of [large, small]) {
      await curator.post(`/api/images/${id}/deletion/ask`, { reason: 'Ảnh trùng' });
      const path = `/api/images/${id}/deletion`;
      const { request } = (await road.people.publisher.get(path)).body;
      const past = { dueAt: new Date(0).toISOString() };
      await road.studio.payload.db.updateOne({ collection: 'picture-deletions', id: request.id, data: past });
      const refused = await road.people.publisher.post(`${path}/confirm`, { request: request.id });
      expect(refused).toMatchObject({ status: 409, body: { code: 'deletion-merged' } });
    }
    const text = { title: 'Lại qua sông', summary: 'Lại qua sông', body: bodyOf(['Phà'], [small.id]) };
    const again = await road.create(road.people.editor, 'articles', text);
    await road.publish(road.people.publisher, 'articles', again.id, 'vi');
    await road.arrived();
    const { body } = await road.read(`/v1/vi/articles/${again.slug}`);
    expect(JSON.stringify(body.data.body.blocks)).toContain(await publicId(large));
  });

  it('are two again when the merger is undone, except for what somebody changed since', async () => {
    const [kept] = [await publicId(large)];
    const change = { creator: 'Nguyễn Lan', revision: await revisionOf(large.id) };
    expect((await curator.patch(`/api/images/${large.id}?locale=vi`, change)).status).toBe(200);
    const [pair] = await pairs('?state=merged');
    const undone = await curator.post(`/api/images/look-alikes/${pair?.id}/undo`, {});
    expect(undone, JSON.stringify(undone.body)).toMatchObject({ status: 200, body: { stayed: ['creator'] } });
    expect(await record(large.id)).toMatchObject({
      ...{ title: { vi: 'Phà lớn' }, creator: 'Nguyễn Lan' },
      persons: [{ name: { vi: 'Chi' }, told: false }],
    });
    expect((await record(large.id)).title.en).toBeFalsy();
    expect((await record(large.id)).master).toEqual((large as unknown as { master: object }).master);
    await road.arrived();
    await road.arrived();
    const gone = await publicId(small);
    expect(gone).not.toBe(kept);
    expect(await cropsOf(large)).toMatchObject({ '1:1': { ...square, set: true } });
    expect(await cropsOf(small)).toMatchObject({ '9:16': { ...tall, set: true } });
    expect(new Set((await shown()).filter(Boolean))).toEqual(new Set([gone]));
    expect(await onlyPair()).toBe(pair?.id);
    const twice = await curator.post(`/api/images/look-alikes/${pair?.id}/undo`, {});
    expect(twice).toMatchObject({ status: 409, body: { code: 'pair-decided' } });
  });

  it('that a curator calls different are not shown again', async () => {
    const id = await onlyPair();
    expect((await curator.post(`/api/images/look-alikes/${id}/different`, {})).status).toBe(200);
    await openComparer(road.studio.payload).round();
    expect(await pairs()).toEqual([]);
    expect(await curator.post(`/api/images/look-alikes/${id}/different`, {})).toMatchObject({ status: 409 });
  });

  it('R51: rise with each other once they are one', async () => {
    const [first, second] = [
      await bring(await jpegOf(texturedPicture(4)), { title: 'Ba' }),
      await bring(await jpegOf(texturedPicture(4, 480, 320)), { title: 'Bốn' }),
    ];
    await comparer.round();
    const merge = { keep: first.id, revision: await revisionOf(first.id) };
    const merged = await curator.post(`/api/images/look-alikes/${await onlyPair()}/merge`, merge);
    expect(merged.status, JSON.stringify(merged.body)).toBe(200);
    const basis = { level: 'restricted', basis: 'Công văn 12/2026' };
    const raised = await road.people.officer.post(`/api/markings/${second.marking}/raise`, basis);
    expect(raised.body.alsoRaised).toContainEqual({ collection: 'images', id: first.id });
    for (const { id } of [first, second]) expect((await curator.get(`/api/images/${id}`)).status).toBe(404);
  });

  albumsAreUnited(() => road);
});
