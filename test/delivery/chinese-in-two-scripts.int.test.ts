import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, put } from '../support/delivery-node.ts';
import { article, topic } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;

const written = ['vi', 'zh-Hans'] as const;
const both = [...written, 'zh-Hant'] as const;
const newer = topic('van-hoa', { locales: both });
/** As a gate of before has released it. */
const older = topic('lich-su', { locales: written });
const inBoth = article('hai-loai-chu', { locales: both, over: { topics: [newer.id, older.id] } });
const inOne = article('mot-loai-chu', { locales: written, over: { topics: [newer.id, older.id] } });

const read = async (path: string) => {
  const answer = await node.get(path);
  return { status: answer.status, link: answer.headers.get('link'), ...(await answer.json()) };
};

beforeAll(async () => {
  bench = await openBench();
  await bench.append([put(newer), put(older), put(inBoth), put(inOne)]);
  node = await bench.start('node', { fallback: ['vi', 'en', 'fr', 'zh-Hans'] });
  await node.reach(4);
});
afterAll(() => bench[Symbol.asyncDispose]());

describe('a text in both scripts', () => {
  it('is served in the one that is asked for, and says which was converted', async () => {
    const { data } = await read('/v1/zh-Hant/articles/hai-loai-chu-zh-hans?fallback=none');
    expect(data.title).toBe('hai-loai-chu (zh-Hant)');
    expect(data.language).toMatchObject({ requested: 'zh-Hant', served: 'zh-Hant', converted: { from: 'zh-Hans' } });
    const other = await read('/v1/zh-Hans/articles/hai-loai-chu-zh-hans?fallback=none');
    expect(other.data.title).toBe('hai-loai-chu (zh-Hans)');
    expect(other.data.language).not.toHaveProperty('converted');
  });

  it('names a document that has the other script alone in that, before any other language', async () => {
    const { data } = await read('/v1/zh-Hant/articles/hai-loai-chu-zh-hans');
    expect(data.topics.map(({ language }: { language: string }) => language)).toEqual(['zh-Hant', 'zh-Hans']);
  });
});

describe('a text in Simplified Chinese alone', () => {
  it('is served whole to readers of Traditional, before the order of the deployment is asked', async () => {
    const { data, link } = await read('/v1/zh-Hant/articles/mot-loai-chu-zh-hans');
    expect(data.title).toBe('mot-loai-chu (zh-Hans)');
    expect(data.language).toMatchObject({ requested: 'zh-Hant', served: 'zh-Hans' });
    expect(data.language).not.toHaveProperty('converted');
    expect(data.topics.map(({ language }: { language: string }) => language)).toEqual(['zh-Hans', 'zh-Hans']);
    expect(link).not.toContain('zh-Hant');
  });

  it('is none for those who want no other language', async () => {
    expect((await read('/v1/zh-Hant/articles/mot-loai-chu-zh-hans?fallback=none')).status).toBe(404);
    const { data } = await read('/v1/zh-Hant/articles?fallback=none');
    expect(data.map(({ title }: { title: string }) => title)).toEqual(['hai-loai-chu (zh-Hant)']);
  });

  it('stands in lists beside what is in both, ordered as its readers order it', async () => {
    const { data } = await read('/v1/zh-Hant/articles?sort=title');
    expect(data.map(({ title }: { title: string }) => title)).toEqual([
      'hai-loai-chu (zh-Hant)',
      'mot-loai-chu (zh-Hans)',
    ]);
  });
});
