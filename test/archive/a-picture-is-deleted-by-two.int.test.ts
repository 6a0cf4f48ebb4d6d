import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishDeletions } from '#editorial/archive/deletion/keep-deleting.ts';
import type { Places } from '#editorial/archive/deletion/leave-bytes.ts';
import { checkMasters } from '#editorial/archive/keep-masters-sound.ts';
import { masterPath } from '#media/intake/master-store.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Made, openRoad, type Road } from '../whole-road/support/road.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';
const nowhere = '3f0e0000-0000-4000-8000-000000000000';
const hour = 60 * 60 * 1000;

type Picture = Made & { readonly master: { readonly sha256: string } };

describe.each(databasesInTurn)('a picture is deleted by two people, on %s', (database) => {
  let road: Road;
  let curator: Person;
  let publisher: Person;
  let places: Places & { readonly mastersMirror: string };
  let shown: Picture;
  let story: Made;

  const sendBytes = (bytes: Uint8Array<ArrayBuffer>, words: object, who = curator) =>
    who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: pictureForm(bytes, words) });
  const bring = async (title: string, bytes?: Uint8Array<ArrayBuffer>): Promise<Picture> => {
    const sent = await sendBytes(bytes ?? (await pictureBytes()), { title, alt: title, credit: 'Lan', rights });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body.doc;
  };
  const at = ({ id }: { id: string }) => `/api/images/${id}/deletion`;
  const ask = (picture: Made, who = curator) => who.post(`${at(picture)}/ask`, { reason: 'Ảnh chụp nhầm' });
  const rows = async (picture: { id: string }) => {
    const where = { picture: { equals: picture.id } };
    return (await road.studio.payload.db.find({ collection: 'picture-deletions', where, pagination: false }))
      .docs as Record<string, unknown>[];
  };
  /** Lets the term of what is asked pass. */
  const wait = async (picture: Made): Promise<string> => {
    const { request } = (await curator.get(at(picture))).body;
    const data = { dueAt: new Date(0).toISOString() };
    await road.studio.payload.db.updateOne({ collection: 'picture-deletions', id: request.id, data });
    return request.id;
  };
  const confirm = (picture: Made, request: string, who = publisher) =>
    who.post(`${at(picture)}/confirm`, { request, reason: 'Đồng ý' });
  const deleteNow = async (picture: Made) => {
    await ask(picture);
    const done = await confirm(picture, await wait(picture));
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  const round = (later = 0) => finishDeletions(road.studio.payload, places, new Date(Date.now() + later));
  const inStore = ({ master }: Picture) => existsSync(masterPath(places.mastersDir, master.sha256));
  const inMirror = ({ master }: Picture) => existsSync(masterPath(places.mastersMirror, master.sha256));
  const stateOf = async (picture: Made) => (await rows(picture)).map(({ state }) => state);
  const linesOf = async (picture: Made) => {
    const where: Where = { and: [{ documentId: { equals: picture.id } }, { outcome: { equals: 'done' } }] };
    const { docs } = await road.studio.payload.db.find({ collection: 'audit', where, sort: 'at', pagination: false });
    return (docs as unknown as Record<string, unknown>[]).map(({ action, actor }) => [action, actor]);
  };

  beforeAll(async () => {
    road = await openRoad(database);
    ({ curator, publisher } = road.people);
    const { mastersDir, archiveDir } = road.studio.values;
    places = { mastersDir, archiveDir, mastersMirror: `${road.studio.folder}/mirror` };
    shown = await bring('Chợ cũ');
    const text = { title: 'Chợ', summary: 'Chợ', body: bodyOf(['Chợ']), cover: shown.id };
    story = await road.create(road.people.editor, 'articles', text);
    await road.publish(publisher, 'articles', story.id, 'vi');
    await road.arrived();
  }, 240_000);
  afterAll(() => road?.[Symbol.asyncDispose]());

  it('R18: is refused in one step at every door, which tells nothing of what is there', async () => {
    const { body: refusal } = await curator.delete(`/api/images/${shown.id}`);
    expect(refusal.code).toBe('deletion-two-steps');
    expect((await curator.delete(`/api/images/${nowhere}`)).body).toEqual(refusal);
    expect((await road.people.editor.delete(`/api/images/${shown.id}`)).status).toBe(403);
    expect((await curator.delete(`/api/images?where[id][equals]=${shown.id}`)).status).toBe(403);
    const { payload } = road.studio;
    const byProgram = payload.delete({ collection: 'images', id: shown.id });
    await expect(byProgram).rejects.toMatchObject({ code: 'deletion-two-steps' });
    const other = { deletionConfirmed: nowhere };
    await expect(payload.delete({ collection: 'images', id: shown.id, context: other })).rejects.toThrow();
    expect((await curator.get(`/api/images/${shown.id}`)).status).toBe(200);
  });

  it('is asked for with a reason, once, and leaves the picture as it is', async () => {
    expect((await curator.post(`${at(shown)}/ask`, { reason: ' ' })).status).toBe(400);
    expect((await ask(shown, publisher)).status).toBe(403);
    expect((await ask(shown)).status).toBe(200);
    expect((await ask(shown)).body.code).toBe('deletion-asked-already');
    const { body } = await road.people.editor.get(at(shown));
    expect(body).toMatchObject({ request: { reason: 'Ảnh chụp nhầm', askedBy: curator.id }, hold: null, days: 30 });
    const term = Date.parse(body.request.dueAt) - Date.parse(body.request.askedAt);
    expect(term).toBe(30 * 24 * hour);
    expect(body.may).toEqual({ ask: false, withdraw: false, confirm: false, hold: false });
    const waiting = async (who: Person) =>
      (await who.get('/api/desk')).body.sections.find(({ key }: { key: string }) => key === 'deletions');
    expect(await waiting(publisher)).toMatchObject({ count: 1, items: [{ id: shown.id, note: 'Ảnh chụp nhầm' }] });
    expect(await waiting(curator)).toBeUndefined();
    await road.arrived();
    expect((await road.read(`/v1/vi/images/${shown.slug}`)).status).toBe(200);
  });

  it('is not confirmed by whoever asked, nor early, nor on hold, nor while a published text shows it', async () => {
    const { request } = (await curator.get(at(shown))).body;
    expect(await confirm(shown, request.id, curator)).toMatchObject({
      status: 403,
      body: { code: 'deletion-own-request' },
    });
    expect((await confirm(shown, request.id)).body.code).toBe('deletion-too-early');
    await wait(shown);
    expect((await curator.post(`/api/images/${shown.id}/hold`, { reason: 'x' })).status).toBe(403);
    expect((await publisher.post(`/api/images/${shown.id}/hold`, { reason: 'Vụ 12/2026' })).status).toBe(200);
    expect((await confirm(shown, request.id)).body.code).toBe('deletion-held');
    const forced = { collection: 'images', id: shown.id, context: { deletionConfirmed: shown.id } } as const;
    await expect(road.studio.payload.delete(forced)).rejects.toMatchObject({ code: 'deletion-held' });
    expect((await curator.post(`/api/images/${shown.id}/hold/lift`, { reason: 'x' })).status).toBe(403);
    const lift = await road.people.officer.post(`/api/images/${shown.id}/hold/lift`, { reason: 'Xong' });
    expect(lift.status).toBe(200);
    const used = await confirm(shown, request.id);
    expect(used).toMatchObject({ status: 409, body: { code: 'deletion-in-use', values: { texts: 'Chợ' } } });
    expect((await confirm(shown, nowhere)).body.code).toBe('deletion-not-asked');
    expect((await publisher.get(`/api/images/${shown.id}/uses`)).body.uses).toMatchObject([
      { id: story.id, isOut: true },
    ]);
    expect((await curator.get(`/api/images/${shown.id}`)).status).toBe(200);
  });

  it('goes from record, archive and public side, and leaves who, when and why', async () => {
    const taken = await publisher.post(`/api/articles/${story.id}/unpublish`, { locale: 'vi' });
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    const { request } = (await curator.get(at(shown))).body;
    expect((await confirm(shown, request.id)).status).toBe(200);
    expect((await curator.get(`/api/images/${shown.id}`)).status).toBe(404);
    expect((await curator.get(at(shown))).status).toBe(404);
    await road.arrived();
    expect((await road.read(`/v1/vi/images/${shown.slug}`)).status).toBe(410);
    const asked = await curator.get('/api/images/archive/pictures?locale=vi');
    expect(JSON.stringify(asked.body)).not.toContain(shown.id);
    expect(inStore(shown)).toBe(true);
    await round();
    expect([inStore(shown), await stateOf(shown)]).toEqual([false, ['leaving']]);
    await round(hour);
    expect([inStore(shown), await stateOf(shown)]).toEqual([false, ['done']]);
    const [kept] = await rows(shown);
    expect(kept).toMatchObject({ askedBy: curator.id, decidedBy: publisher.id, sha256: shown.master.sha256 });
    expect(JSON.stringify(kept)).not.toContain('Chợ cũ');
    const acts = (await linesOf(shown)).filter(([action]) => action !== 'release' && action !== 'create');
    expect(acts).toEqual([
      ['ask-deletion', curator.id],
      ['hold', publisher.id],
      ['lift-hold', road.people.officer.id],
      ['delete', publisher.id],
    ]);
    const markings = { collection: 'markings', where: { subjectId: { equals: shown.id } } } as const;
    expect((await road.studio.payload.count(markings)).totalDocs).toBe(0);
  });

  it('goes from the mirror first, and a round that fails there is finished by the next', async () => {
    const picture = await bring('Bến cũ');
    await cp(places.mastersDir, places.mastersMirror, { recursive: true });
    await checkMasters(road.studio.payload, places, new AbortController().signal);
    await deleteNow(picture);
    await round();
    const stuck = masterPath(places.mastersMirror, picture.master.sha256);
    await rm(stuck);
    await mkdir(`${stuck}/in-the-way`, { recursive: true });
    await round(hour);
    expect(await stateOf(picture)).toEqual(['leaving']);
    await rm(stuck, { recursive: true });
    await cp(places.mastersDir, places.mastersMirror, { recursive: true });
    await round(hour);
    expect(await stateOf(picture)).toEqual(['done']);
    await checkMasters(road.studio.payload, places, new AbortController().signal);
    expect([inStore(picture), inMirror(picture)]).toEqual([false, false]);
    expect(existsSync(`${places.mastersDir}/leaving/${picture.master.sha256}`)).toBe(false);
  });

  it('keeps bytes that another record names, and those that come in again meanwhile', async () => {
    const bytes = await pictureBytes();
    const [first, second] = [await bring('Một'), await bring('Hai', bytes)];
    const master = { ...first.master };
    await road.studio.payload.db.updateOne({ collection: 'images', id: second.id, data: { master } as never });
    await deleteNow(first);
    for (const later of [0, hour]) await round(later);
    expect([inStore(first), await stateOf(first)]).toEqual([true, ['done']]);
    const again = await bring('Ba', await pictureBytes(320, 200));
    const sent = new Uint8Array(await readFile(masterPath(places.mastersDir, again.master.sha256)));
    await deleteNow(again);
    await round();
    expect(inStore(again)).toBe(false);
    const back = await bring('Ba', sent);
    expect(back.master.sha256).toBe(createHash('sha256').update(sent).digest('hex'));
    await round(hour);
    expect([inStore(back), await stateOf(again)]).toEqual([true, ['done']]);
    expect(existsSync(`${places.mastersDir}/leaving/${back.master.sha256}`)).toBe(false);
  });

  it('is not confirmed where the log cannot take the line of it', async () => {
    const { db } = road.studio.payload;
    const picture = await bring('Không ghi được');
    await ask(picture);
    const request = await wait(picture);
    const create = db.create;
    db.create = (args) =>
      args.collection === 'audit' ? Promise.reject(new Error('disk full')) : (create.call(db, args) as never);
    const refused = await confirm(picture, request);
    db.create = create;
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(await stateOf(picture)).toEqual(['asked']);
    await round();
    expect((await curator.get(`/api/images/${picture.id}`)).status).toBe(200);
    expect((await confirm(picture, request)).status).toBe(200);
    expect((await linesOf(picture)).filter(([action]) => action === 'delete')).toEqual([['delete', publisher.id]]);
  });

  it('is finished by the next round where a process ended after the confirmation, unless it is on hold', async () => {
    const picture = await bring('Cầu cũ');
    await ask(picture);
    const id = await wait(picture);
    const { payload } = road.studio;
    const marking = String(picture.marking);
    const confirmed = { state: 'confirmed', decidedBy: publisher.id, marking, sha256: picture.master.sha256 };
    await payload.db.updateOne({ collection: 'picture-deletions', id, data: confirmed });
    await publisher.post(`/api/images/${picture.id}/hold`, { reason: 'Vụ 13/2026' });
    await round(hour);
    expect([(await curator.get(`/api/images/${picture.id}`)).status, inStore(picture)]).toEqual([200, true]);
    await publisher.post(`/api/images/${picture.id}/hold/lift`, { reason: 'Xong' });
    for (const later of [0, 0, hour]) await round(later);
    expect([(await curator.get(`/api/images/${picture.id}`)).status, inStore(picture)]).toEqual([404, false]);
    expect((await linesOf(picture)).at(-1)).toEqual(['delete', publisher.id]);
  });

  it('is taken back by whoever may, and can be asked for anew', async () => {
    const picture = await bring('Đò cũ');
    await ask(picture);
    const [{ id }] = (await rows(picture)) as [{ id: string }];
    const back = { reason: 'Cần giữ' };
    expect((await road.people.editor.post(`${at(picture)}/withdraw`, back)).status).toBe(403);
    expect((await publisher.post(`${at(picture)}/withdraw`, back)).status).toBe(200);
    expect((await curator.post(`${at(picture)}/withdraw`, back)).body.code).toBe('deletion-not-asked');
    expect((await confirm(picture, id)).body.code).toBe('deletion-not-asked');
    expect((await ask(picture)).status).toBe(200);
    expect((await stateOf(picture)).toSorted()).toEqual(['asked', 'withdrawn']);
  });

  it('above somebody’s clearance is nowhere', async () => {
    const secret = await bring('Kín');
    await ask(secret, road.people.officer);
    const basis = { level: 'restricted', basis: 'Công văn 12/2026' };
    expect((await road.people.officer.post(`/api/markings/${secret.marking}/raise`, basis)).status).toBe(200);
    const doors = (id: string) => [
      () => publisher.get(`/api/images/${id}/deletion`),
      () => publisher.get(`/api/images/${id}/uses`),
      () => curator.post(`/api/images/${id}/deletion/ask`, { reason: 'x' }),
      () => curator.post(`/api/images/${id}/deletion/withdraw`, { reason: 'x' }),
      () => publisher.post(`/api/images/${id}/deletion/confirm`, { request: 'x' }),
      () => publisher.post(`/api/images/${id}/hold`, { reason: 'x' }),
      () => publisher.post(`/api/images/${id}/hold/lift`, { reason: 'x' }),
    ];
    for (const [index, door] of doors(secret.id).entries()) {
      const [answer, missing] = [await door(), await doors(nowhere)[index]?.()];
      expect([answer.status, answer.body]).toEqual([404, missing?.body]);
    }
    const { sections } = (await publisher.get('/api/desk')).body;
    expect(JSON.stringify(sections)).not.toContain(secret.id);
  });
});
