import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/feed/change.ts';
import { type DeliveryBench, type Node, openBench, put, until, withdraw } from '../support/delivery-node.ts';
import { article, image, topic } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;
beforeAll(async () => {
  bench = await openBench();
  node = await bench.start('node');
});
afterAll(() => bench[Symbol.asyncDispose]());

const apply = async (...changes: Change[]) => node.reach(await bench.append(changes));
const statusOf = async (path: string) => (await node.get(path)).status;
const dataOf = async (path: string) => (await (await node.get(path)).json()).data;

describe('a changed slug', () => {
  it('answers 301 from the old one to the new one, with the same query', async () => {
    const before = article('ten-cu', { locales: ['vi', 'en'] });
    await apply(put(before));
    await apply(put(article('ten-moi', { id: before.id, locales: ['vi', 'en'], formerSlugs: { vi: ['ten-cu'] } })));
    const moved = await node.get('/v1/vi/articles/ten-cu?fallback=none');
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe('/v1/vi/articles/ten-moi?fallback=none');
    expect(await statusOf('/v1/vi/articles/ten-moi')).toBe(200);
  });

  it('leads on from languages that only fall back to it', async () => {
    const moved = await node.get('/v1/fr/articles/ten-cu');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/v1/fr/articles/ten-moi']);
  });

  it('belongs to whoever has it now', async () => {
    const heir = article('ten-cu');
    await apply(put(heir));
    expect((await dataOf('/v1/vi/articles/ten-cu')).id).toBe(heir.id);
  });
});

describe('a withdrawn document', () => {
  it('answers 410 by id, by slug and by former slug, and is in no list', async () => {
    const gone = article('se-rut', { locales: ['vi', 'en'], formerSlugs: { vi: ['da-rut'] } });
    await apply(put(gone));
    expect(await statusOf('/v1/vi/articles/se-rut')).toBe(200);
    await apply(withdraw(gone));
    for (const key of [gone.id, 'se-rut', 'da-rut']) expect(await statusOf(`/v1/vi/articles/${key}`), key).toBe(410);
    expect(await statusOf(`/v1/fr/articles/${gone.id}`)).toBe(410);
    expect(JSON.stringify(await dataOf('/v1/vi/articles'))).not.toContain(gone.id);
  });

  it('comes back under the same id', async () => {
    const back = article('tro-lai');
    await apply(put(back));
    await apply(withdraw(back));
    await apply(put(back));
    expect(await statusOf('/v1/vi/articles/tro-lai')).toBe(200);
  });
});

describe('a withdrawn language', () => {
  it('falls back to what is left, and answers 410 where no other language will do', async () => {
    const both = article('hai-tieng', { locales: ['vi', 'fr'] });
    await apply(put(both));
    await apply(put({ ...both, editions: { vi: both.editions.vi } }));
    expect((await dataOf('/v1/fr/articles/hai-tieng-fr')).language.served).toBe('vi');
    expect(await statusOf('/v1/fr/articles/hai-tieng-fr?fallback=none')).toBe(410);
    expect(await statusOf(`/v1/fr/articles/${both.id}?fallback=none`)).toBe(410);
    expect(await statusOf(`/v1/en/articles/${both.id}?fallback=none`)).toBe(404);
  });
});

describe('what an article shows', () => {
  it('changes with the topic, and disappears with the picture: words, addresses and bytes', async () => {
    const sha = await bench.writer.putBlob(Buffer.from('a picture'));
    const [picture, subject] = [image('anh', [sha]), topic('chu-de')];
    const body = [{ type: 'image' as const, image: picture.id, caption: 'Seen' }];
    const shown = article('co-anh', { over: { cover: picture.id, topics: [subject.id], body } });
    await apply(put(shown), put(picture), put(subject));
    const before = await dataOf('/v1/vi/articles/co-anh');
    const file = new URL(before.cover.sources[0].href).pathname;
    expect(await statusOf(file)).toBe(200);

    await apply(put(topic('chu-de-moi', { id: subject.id })));
    expect((await dataOf('/v1/vi/articles/co-anh')).topics[0].slug).toBe('chu-de-moi');

    await apply(withdraw(picture));
    const after = await dataOf('/v1/vi/articles/co-anh');
    expect(after.cover).toBeNull();
    expect(after.body.blocks).toEqual([]);
    expect(await statusOf(file)).toBe(410);
    const stored = (await readdir(join(bench.folder, 'node/images'), { recursive: true })).join();
    expect(stored).not.toContain(sha);
  });

  it('keeps a file that another picture still needs', async () => {
    const sha = await bench.writer.putBlob(Buffer.from('shared'));
    const [one, two] = [image('mot', [sha]), image('hai', [sha])];
    await apply(put(one), put(two));
    await apply(withdraw(one));
    const [source] = (await dataOf('/v1/vi/images/hai')).sources;
    expect(await statusOf(new URL(source.href).pathname)).toBe(200);
  });
});

describe('a picture whose file does not come', () => {
  it('is not there yet, is named in the status, and holds up nothing else', async () => {
    const late = Buffer.from('late');
    const sha = await bench.writer.putBlob(late);
    await node.close();
    const sequence = await bench.append([put(image('tre', [sha])), put(article('khong-cho'))]);
    await bench.writer.removeBlob(sha);
    node = await bench.start('node');
    await node.reach(sequence);
    expect(await statusOf('/v1/vi/articles/khong-cho')).toBe(200);
    expect(await statusOf('/v1/vi/images/tre')).toBe(404);
    const feed = async () => (await (await node.get('/status')).json()).feed;
    expect((await until(feed, (now) => !now.ok)).code).toBe('feed-blob-missing');
    await bench.writer.putBlob(late);
    await until(feed, (now) => now.ok);
    expect(await statusOf('/v1/vi/images/tre')).toBe(200);
  });
});

describe('the clock', () => {
  const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  /** What an address answers, as far as the answer came before a moment. */
  const meanwhile = async (moment: string, path: string, expected: number) => {
    const status = await statusOf(path);
    if (new Date().toISOString() < moment) expect(status, path).toBe(expected);
  };

  it('shows a document at its time and hides it at its time, without the feed', async () => {
    const [appearsAt, vanishesAt] = [soon(1000), soon(2000)];
    const timed = article('theo-gio', { over: { appearsAt, vanishesAt } });
    await apply(put(timed));
    await meanwhile(appearsAt, `/v1/vi/articles/${timed.id}`, 404);
    await meanwhile(appearsAt, '/v1/vi/articles/theo-gio', 404);
    const shown = await until(
      () => statusOf('/v1/vi/articles/theo-gio'),
      (status) => status !== 404,
    );
    expect([200, 410]).toContain(shown);
    await until(
      () => statusOf('/v1/vi/articles/theo-gio'),
      (status) => status === 410,
    );
    expect(await statusOf(`/v1/vi/articles/${timed.id}`)).toBe(410);
  });

  it('replaces what is read by what was planned', async () => {
    const now = article('truoc');
    const appearsAt = soon(1000);
    const [first] = now.editions.vi ?? [];
    const [later] = article('sau', { over: { appearsAt } }).editions.vi ?? [];
    if (!first || !later) throw new Error('both editions were made');
    await apply(put({ ...now, editions: { vi: [first, later] } }));
    await meanwhile(appearsAt, '/v1/vi/articles/truoc', 200);
    await meanwhile(appearsAt, '/v1/vi/articles/sau', 404);
    await until(
      () => statusOf('/v1/vi/articles/sau'),
      (status) => status === 200,
    );
    expect((await node.get('/v1/vi/articles/truoc')).headers.get('location')).toBe('/v1/vi/articles/sau');
  });

  it('obeys what came due while the node was away', async () => {
    const appearsAt = soon(500);
    const timed = article('trong-luc-nghi', { over: { appearsAt } });
    await apply(put(timed));
    await node.close();
    await until(
      async () => new Date().toISOString(),
      (now) => now > appearsAt,
    );
    node = await bench.start('node');
    expect(await statusOf('/v1/vi/articles/trong-luc-nghi')).toBe(200);
  });

  it('never tells of a plan that was dropped before its time', async () => {
    const start = new Date();
    const appearsAt = new Date(start.getTime() + 50).toISOString();
    const planned = article('ke-hoach', { over: { appearsAt } });
    await node.reach(await bench.append([put(planned)], new Date(start.getTime() - 2000)));
    await node.reach(await bench.append([withdraw(planned)], new Date(start.getTime() - 1000)));
    await until(
      async () => new Date().toISOString(),
      (now) => now > appearsAt,
    );
    expect(await statusOf(`/v1/vi/articles/${planned.id}`)).toBe(404);
    expect(await statusOf('/v1/vi/articles/ke-hoach')).toBe(404);
  });
});

describe('a backlog', () => {
  const stateOf = async () => (await (await node.get('/status')).json()) as { sequence: number; pending: number };
  const wasPending = async (path: string, status: number): Promise<number> => {
    await until(
      () => statusOf(path),
      (now) => now === status,
    );
    return (await stateOf()).pending;
  };

  it('is counted until nothing is left, and lets through what comes after it', async () => {
    const gone = article('rut-giua-chung', { locales: ['vi', 'en', 'fr', 'zh-Hans'] });
    await apply(put(gone));
    const many = Array.from({ length: 1000 }, (_, n) => put(article(`ton-dong-${n}`)));
    const last = await bench.append(many);
    await until(stateOf, ({ sequence, pending }) => sequence >= last && pending > 0);

    await bench.append([put(article('vua-dang'))]);
    expect(await wasPending('/v1/vi/articles/vua-dang', 200)).toBeGreaterThan(0);
    await bench.append([withdraw(gone)]);
    expect(await wasPending('/v1/vi/articles/rut-giua-chung', 410)).toBeGreaterThan(0);
    await until(stateOf, ({ pending }) => pending === 0);
    expect(await statusOf('/v1/vi/articles/ton-dong-0')).toBe(200);
  });
});
