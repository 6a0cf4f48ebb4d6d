import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pretendPage, tusOfBrowsers } from '../../../../test/uploads/support/browser-page.ts';
import { openTusHouse, type TusHouse } from '../../../../test/uploads/support/tus-house.ts';
import type { Given } from './gather.ts';
import { mayRead } from './may-read.ts';
import { overallOf } from './overall-of.ts';
import type { Item, Queue } from './queue.ts';

vi.mock('tus-js-client', () => tusOfBrowsers());

const patient = { timeout: 60_000 };
const piece = 8 * 1024 * 1024;
const [batch, owner] = ['tet-2019', 'thu'];
const pad = (n: number): string => String(n).padStart(3, '0');
const file = (path: string, text: string): Given => ({ path, file: new File([text], path, { lastModified: 1 }) });
/** Pictures of a folder: not one is like another. */
const folderOf = (count: number): Given[] =>
  Array.from({ length: count }, (_, n) => file(`Tết/${pad(n)}.jpg`, `photograph ${n} `.repeat(10 + (n % 90))));
const hashes = async (files: readonly Given[]): Promise<Map<string, string[]>> => {
  const hashed = files.map(async (one): Promise<[string, string[]]> => {
    const bytes = Buffer.from(await one.file.arrayBuffer());
    return [one.path, [createHash('sha256').update(bytes).digest('hex')]];
  });
  return new Map((await Promise.all(hashed)).sort());
};

/** Handles to files and to their folder, as a browser keeps them, which asks the person whether they may be read again. */
const handlesTo = (files: readonly Given[]): FileSystemHandle[] => {
  const handle = ({ path, file: one }: Given) => ({
    ...{ kind: 'file', name: path.split('/').at(-1), getFile: async () => one },
    requestPermission: async () => 'granted',
  });
  const [loose, inside] = [
    files.filter(({ path }) => !path.includes('/')),
    files.filter(({ path }) => path.includes('/')),
  ];
  const folder = {
    ...{ kind: 'directory', name: 'Tết', requestPermission: async () => 'granted' },
    async *values() {
      yield* inside.map(handle);
    },
  };
  // Node has no handles of files: these have what the page uses of them
  return [...loose.map(handle), folder] as unknown as FileSystemHandle[];
};

/** A page that has just been loaded: it knows nothing but what the browser has kept. */
const loadPage = async () => {
  vi.resetModules();
  const { openQueue } = await import('./queue.ts');
  const queue = openQueue(() => 'vi');
  opened.push(queue);
  return { queue, ...(await import('./kept.ts')), ...(await import('./gather.ts')) };
};
const opened: Queue[] = [];

const until = (queue: Queue, holds: (items: readonly Item[]) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (holds(queue.snapshot().items)) resolve();
    };
    queue.subscribe(look);
    look();
  });
const count = (items: readonly Item[], ...states: Item['state'][]): number =>
  items.filter(({ state }) => states.includes(state)).length;
const done = (queue: Queue, number: number): Promise<void> => until(queue, (items) => count(items, 'done') >= number);
const itemAt = (queue: Queue, path: string): Item | undefined =>
  queue.snapshot().items.find((item) => item.path === path);
const namesOf = (house: TusHouse, method: string): string[] =>
  house.asked.filter((one) => one.method === method).map((one) => one.file);

let house: TusHouse;
beforeEach(async () => {
  house = await openTusHouse();
  pretendPage(house.url);
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(async () => {
  for (const queue of opened.splice(0)) queue.pause();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await house[Symbol.asyncDispose]();
});

test('500 files go one after another as they were given, three at a time, each once and whole', patient, async () => {
  const { queue } = await loadPage();
  const files = folderOf(500);
  const begun = new Set<string>();
  let most = 0;
  queue.subscribe(() => {
    const { items } = queue.snapshot();
    const moving = items.filter(({ state }) => state === 'sending' || state === 'looking');
    most = Math.max(most, moving.length);
    for (const { path } of moving) begun.add(path);
  });
  await queue.add(batch, files, []);
  await done(queue, 500);
  expect([...begun]).toEqual(files.map(({ path }) => path));
  expect([most, house.most()]).toEqual([3, 3]);
  expect(new Map([...(await house.whole())].sort())).toEqual(await hashes(files));
  expect(namesOf(house, 'POST')).toHaveLength(500);
  expect(overallOf(queue.snapshot())).toMatchObject({ over: 500, isOver: true, seconds: null });
});

test('a pause stops what is under way and sends nothing more, until the person goes on', patient, async () => {
  const { queue } = await loadPage();
  const files = folderOf(60);
  await queue.add(batch, files, []);
  await done(queue, 20);
  queue.pause();
  expect(count(queue.snapshot().items, 'sending', 'looking')).toBe(0);
  // What was on the wire when the person pressed may still arrive
  await sleep(100);
  const before = house.asked.length;
  const over = count(queue.snapshot().items, 'done');
  queue.retry(itemAt(queue, 'Tết/059.jpg')?.fingerprint ?? '');
  await sleep(300);
  expect(house.asked).toHaveLength(before);
  expect(queue.snapshot()).toMatchObject({ isPaused: true, rate: 0 });
  expect(count(queue.snapshot().items, 'done')).toBe(over);
  expect(over).toBeLessThan(60);
  queue.goOn();
  await done(queue, 60);
  expect([...(await house.whole()).keys()].sort()).toEqual(files.map(({ path }) => path));
});

test('what is refused fails alone with its reason; one is tried again, then all the others', patient, async () => {
  const { queue } = await loadPage();
  const broken = ['Tết/003.jpg', 'Tết/100.jpg', 'Tết/101.jpg', 'Tết/149.jpg'];
  house.meddle(({ method, file: name }) =>
    method === 'PATCH' && broken.includes(name) ? new Response('<h1>413</h1>', { status: 413 }) : undefined,
  );
  await queue.add(batch, folderOf(150), []);
  await until(queue, (items) => count(items, 'done') === 146 && count(items, 'failed') === 4);
  expect(broken.map((path) => itemAt(queue, path))).toMatchObject(broken.map(() => ({ state: 'failed', reason: '' })));
  expect(overallOf(queue.snapshot())).toMatchObject({ over: 146, failed: 4, isOver: false });
  const problem = { detail: 'Bạn không còn quyền đưa ảnh vào kho.' };
  house.meddle(({ method }) => (method === 'GET' ? Response.json(problem, { status: 403 }) : undefined));
  queue.retry(itemAt(queue, 'Tết/100.jpg')?.fingerprint ?? '');
  await until(queue, (items) => items.some(({ state, reason }) => state === 'failed' && reason === problem.detail));
  house.meddle(() => undefined);
  queue.retry(itemAt(queue, 'Tết/100.jpg')?.fingerprint ?? '');
  await done(queue, 147);
  expect(count(queue.snapshot().items, 'failed')).toBe(3);
  queue.retryFailed();
  await done(queue, 150);
  // Each had been begun before: nothing of it was begun anew
  expect(namesOf(house, 'POST')).toHaveLength(150);
});

test('how far each file and everything is grows with what is sent, piece by piece', patient, async () => {
  const { queue } = await loadPage();
  const files = [file('film.tif', 'x'.repeat(2 * piece + 1000)), ...folderOf(9)];
  const told: number[] = [];
  let before = 0;
  queue.subscribe(() => {
    const { sent } = overallOf(queue.snapshot());
    expect(sent).toBeGreaterThanOrEqual(before);
    before = sent;
    const film = itemAt(queue, 'film.tif')?.sent;
    if (film !== undefined && film !== told.at(-1)) told.push(film);
  });
  await queue.add(batch, files, []);
  await done(queue, 10);
  expect(told.length).toBeGreaterThan(10);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.filter((sent) => sent > piece && sent < 2 * piece).length).toBeGreaterThan(0);
  expect(told.at(-1)).toBe(2 * piece + 1000);
  const offsets = house.asked.filter(({ method, file: name }) => method === 'PATCH' && name === 'film.tif');
  expect(offsets.map(({ offset }) => offset)).toEqual([0, piece, 2 * piece]);
  expect(overallOf(queue.snapshot()).sent).toBe(files.reduce((sum, one) => sum + one.file.size, 0));
});

test('a page that is loaded again goes on where it was: nothing is sent that has arrived', patient, async () => {
  const first = await loadPage();
  const files = [file('film.tif', 'x'.repeat(2 * piece)), ...folderOf(499)];
  await first.keepBatch({ id: batch, owner, at: '2026-11-26T12:00:00Z', handles: [] });
  // The second piece is on its way when the page ends
  const held = Promise.withResolvers<Response>();
  house.meddle(({ file: name, offset }) => (name === 'film.tif' && offset === piece ? held.promise : undefined));
  await first.queue.add(batch, files, []);
  await done(first.queue, 100);
  first.queue.pause();
  held.resolve(new Response(null, { status: 503 }));
  house.meddle(() => undefined);
  const asked = house.asked.length;

  const { queue, keptOf, fromHandles } = await loadPage();
  expect(await keptOf('another')).toBeNull();
  const kept = await keptOf(owner);
  const over = kept?.files.filter(({ fates }) => fates !== null) ?? [];
  expect(kept?.files).toHaveLength(500);
  expect(over.length).toBeGreaterThanOrEqual(100);
  const handles = handlesTo(files);
  expect(await mayRead(handles)).toBe(true);
  await queue.add(batch, (await fromHandles(handles)).files, kept?.files ?? []);
  await done(queue, 500);
  const after = house.asked.slice(asked);
  const known = new Set(kept?.files.filter(({ url }) => url !== null).map(({ path }) => path));
  expect(after.filter(({ file: name, method }) => method === 'POST' && known.has(name))).toEqual([]);
  expect(after.filter(({ file: name }) => over.some(({ path }) => path === name))).toEqual([]);
  const film = after.filter(({ file: name, method }) => name === 'film.tif' && method === 'PATCH');
  expect(film.map(({ offset }) => offset)).toEqual([piece]);
  const whole = await house.whole();
  expect([...whole.keys()].sort()).toEqual(files.map(({ path }) => path).sort());
  expect((await keptOf(owner))?.files.every(({ fates }) => fates?.length === 1)).toBe(true);
});

test(
  'without a line files wait by themselves, and go on with the line, or when the person does not want to wait',
  patient,
  async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { queue } = await loadPage();
    house.meddle(() => 'cut');
    await queue.add(batch, folderOf(3), []);
    const isHeld = (items: readonly Item[]) => items.every(({ state, reason }) => state === 'sending' && reason === '');
    await until(queue, isHeld);
    house.meddle(() => undefined);
    queue.retry(itemAt(queue, 'Tết/001.jpg')?.fingerprint ?? '');
    await done(queue, 1);
    expect(itemAt(queue, 'Tết/001.jpg')).toMatchObject({ state: 'done', reason: null });
    expect(count(queue.snapshot().items, 'sending')).toBe(2);
    window.dispatchEvent(new Event('online'));
    await done(queue, 3);
  },
);

test('a session that has ended stops everything, and what was sent is not sent again afterwards', patient, async () => {
  const { queue } = await loadPage();
  await queue.add(batch, folderOf(40), []);
  await done(queue, 10);
  house.meddle(() => Response.json({ code: 'sign-in-required' }, { status: 401 }));
  await vi.waitFor(() => expect(queue.snapshot().isSignedOut).toBe(true));
  expect(count(queue.snapshot().items, 'sending', 'looking')).toBe(0);
  house.meddle(() => undefined);
  queue.goOn();
  await done(queue, 40);
  expect([...(await house.whole()).values()].every((copies) => copies.length === 1)).toBe(true);
});

test(
  'what is taken off the list is taken back, what cannot be read is told, and what is there is not added again',
  patient,
  async () => {
    const { queue, keptOf, keepBatch } = await loadPage();
    await keepBatch({ id: batch, owner, at: '2026-11-26T12:00:00Z', handles: [] });
    const unreadable = { path: 'gone.jpg', file: new File(['x'], 'gone.jpg') };
    unreadable.file.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    house.meddle(({ method }) => (method === 'PATCH' ? new Response(null, { status: 413 }) : undefined));
    await expect(queue.add(batch, [unreadable, ...folderOf(2)], [])).rejects.toThrow(AggregateError);
    await until(queue, (items) => count(items, 'failed') === 2);
    await queue.add(batch, folderOf(2), []);
    expect(queue.snapshot().items).toHaveLength(2);
    queue.remove(itemAt(queue, 'Tết/000.jpg')?.fingerprint ?? '');
    await vi.waitFor(() => expect(namesOf(house, 'DELETE')).toEqual(['Tết/000.jpg']));
    expect(queue.snapshot().items.map(({ path }) => path)).toEqual(['Tết/001.jpg']);
    await vi.waitFor(async () => expect((await keptOf(owner))?.files).toHaveLength(1));
  },
);
