import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rebuildDelivery } from '../../src/delivery/rebuild.ts';
import type { RecordType } from '../../src/record/common.ts';
import type { PublicRecord } from '../../src/record/records.ts';
import { type DeliveryBench, type Node, openBench, put, until, withdraw } from '../support/delivery-node.ts';
import { agency, album, article, event, image, place, topic } from '../support/records.ts';

const names: Record<RecordType, string> = {
  article: 'articles',
  event: 'events',
  image: 'images',
  place: 'places',
  topic: 'topics',
  agency: 'agencies',
  album: 'albums',
};
const locales = ['vi', 'en', 'fr', 'zh-Hans'] as const;

/** A small life of a city: documents come, change, move and go, in an order in which references point forwards. */
const live = async (bench: DeliveryBench): Promise<PublicRecord[]> => {
  const sha = await bench.writer.putBlob(Buffer.from('a picture'));
  const subjects = ['mot', 'hai', 'ba'].map((slug) => topic(`chu-de-${slug}`, { locales: ['vi', 'en'] }));
  const picture = image('anh', [sha], { locales: ['vi', 'fr'] });
  const gone = image('anh-mat', [sha]);
  const stories = Array.from({ length: 40 }, (_, index) =>
    article(`bai-${index}`, {
      locales: index % 3 === 0 ? locales : ['vi', 'en'],
      over: {
        cover: index % 5 === 0 ? gone.id : picture.id,
        topics: [subjects[index % 3]?.id ?? ''],
        publishedAt: `2026-01-${10 + (index % 9)}T00:00:00.000Z`,
      },
    }),
  );
  // It names a picture that goes, and one that comes behind it
  const above = album('bo', [gone.id, picture.id], { locales: ['vi', 'fr'] });
  const below = album('bo-con', [picture.id], { over: { parent: above.id } });
  const others = [below, above, event('le-hoi', { over: { cover: picture.id } }), place('cho'), agency('so')];
  for (const story of stories) await bench.append([put(story)]);
  const records = [...stories, ...others, ...subjects, picture, gone];
  await bench.append(records.slice(40).map(put));
  const moved = article('bai-moi', { id: stories[1]?.id ?? '', formerSlugs: { vi: ['bai-1'] } });
  await bench.append([put(moved), withdraw(gone), ...stories.slice(30, 33).map(withdraw)]);
  return records;
};

/** Every answer with its headers, as far as they are about content. */
const answersOf = async (node: Node, records: readonly PublicRecord[]): Promise<Map<string, string>> => {
  const lists = Object.values(names).flatMap((name) => [
    `${name}`,
    `${name}?sort=title&limit=7`,
    `${name}?fallback=none`,
  ]);
  const ones = records.flatMap(({ type, id, editions }) => [
    `${names[type]}/${id}`,
    ...(editions.vi ?? []).map(({ slug }) => `${names[type]}/${slug}`),
  ]);
  const paths = locales.flatMap((locale) => [...lists, ...ones].map((rest) => `/v1/${locale}/${rest}`));
  const answers = new Map<string, string>();
  for (const path of paths) {
    const response = await node.get(path);
    const kept = ['etag', 'last-modified', 'x-content-sequence', 'content-language', 'location', 'link'];
    const headers = kept.map((name) => response.headers.get(name)).join('|');
    answers.set(path, `${response.status}|${headers}|${await response.text()}`);
  }
  return answers;
};

it('a store thrown away and made again gives the same answers, byte for byte', async () => {
  await using bench = await openBench();
  const node = await bench.start('node');
  const records = await live(bench);
  await node.reach(bench.writer.position.seq);
  const before = await answersOf(node, records);
  expect([...before.values()].filter((answer) => answer.startsWith('410')).length).toBeGreaterThan(10);
  await node.close();
  expect(await rebuildDelivery(bench.valuesOf('node'))).toEqual({ sequence: bench.writer.position.seq });
  const again = await bench.start('node');
  await again.reach(bench.writer.position.seq);
  expect(await answersOf(again, records)).toEqual(before);
});

it('a second node follows over HTTP what the first one shares, to those who know the token only', async () => {
  await using bench = await openBench();
  const feedToken = 'a token of some length';
  const first = await bench.start('first', { sharePort: 0, feedToken });
  const records = await live(bench);
  const feedUrl = first.shareUrl ?? '';
  const second = await bench.start('second', { feedUrl, feedToken });
  await Promise.all([first, second].map((node) => node.reach(bench.writer.position.seq)));
  expect(await answersOf(second, records)).toEqual(await answersOf(first, records));

  for (const token of ['', 'Bearer', 'Bearer wrong', feedToken])
    expect((await fetch(`${feedUrl}/checkpoint.json`, { headers: { authorization: token } })).status).toBe(401);
  const headers = { authorization: `Bearer ${feedToken}` };
  for (const path of [
    '..%2fnode%2fprojection.db',
    '%2e%2e/x',
    'writer.lock',
    '',
    'segments',
    'segments/000001.json.part',
  ])
    expect((await fetch(`${feedUrl}/${path}`, { headers })).status, path).toBe(404);
  expect((await fetch(`${feedUrl}/checkpoint.json`, { headers, method: 'PUT' })).status).toBe(405);

  const late = article('den-sau');
  const sequence = await bench.append([put(late)]);
  await second.reach(sequence);
  expect((await second.get('/v1/vi/articles/den-sau')).status).toBe(200);
});

it('a node that lost its pictures fetches them again', async () => {
  await using bench = await openBench();
  const sha = await bench.writer.putBlob(Buffer.from('a picture'));
  const picture = image('anh', [sha]);
  const node = await bench.start('node');
  await node.reach(await bench.append([put(picture)]));
  await node.close();
  await rm(join(bench.folder, 'node/images'), { recursive: true });
  const again = await bench.start('node');
  const find = async () => {
    const response = await again.get('/v1/vi/images/anh');
    return response.status === 200 ? (await response.json()).data.sources[0].href : null;
  };
  const { pathname } = new URL(await until(find, (href) => href !== null));
  await until(
    async () => (await again.get(pathname)).status,
    (status) => status === 200,
  );
});

it('a node told of another address says so everywhere', async () => {
  await using bench = await openBench();
  const node = await bench.start('node');
  await node.reach(await bench.append([put(article('mot'))]));
  await node.close();
  const moved = await bench.start('node', { publicUrl: 'https://new.test' });
  await moved.reach(1);
  expect(await (await moved.get('/v1/vi/articles')).text()).not.toContain('city.test');
});

it('a port that is taken is named', async () => {
  await using bench = await openBench();
  const node = await bench.start('node');
  const port = Number(new URL(node.url).port);
  await expect(bench.start('other', { port })).rejects.toMatchObject({ code: 'port-taken', values: { port } });
});
