import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, put } from '../support/delivery-node.ts';
import { article } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;
const titles = [
  'Đà Lạt',
  'Ẩm thực',
  'An Giang',
  'ăn sáng',
  'Bến Thành',
  'Áo dài',
  'Bến Thành',
  'Đêm hội',
  'Dạ cổ',
  'Ông Đồ',
];

beforeAll(async () => {
  bench = await openBench();
  const records = titles.flatMap((title, index) =>
    [0, 1, 2].map((copy) =>
      article(`bai-${index}-${copy}`, {
        over: { title, publishedAt: `2026-01-0${1 + (index % 3)}T00:00:00.000Z` },
      }),
    ),
  );
  // One by one at first, so that titles are put between others, then all at once.
  node = await bench.start('node');
  for (const record of records.slice(0, 12)) await bench.append([put(record)]);
  await node.reach(await bench.append(records.slice(12).map(put)));
});
afterAll(() => bench[Symbol.asyncDispose]());

interface ListBody {
  readonly data: readonly { readonly id: string; readonly title: string; readonly publishedAt: string }[];
  readonly page: { readonly next: string | null };
}

const page = async (path: string): Promise<ListBody> => {
  const response = await node.get(path);
  expect(response.status, path).toBe(200);
  return response.json();
};

const walk = async (query: string, limit: number) => {
  const cards = [];
  let cursor = '';
  for (;;) {
    const { data, page: end } = await page(`/v1/vi/articles?${query}&limit=${limit}${cursor}`);
    cards.push(...data);
    if (end.next === null) return cards;
    cursor = `&cursor=${encodeURIComponent(end.next)}`;
  }
};

it.each(['newest', 'oldest', 'updated', 'title'])(
  '%s gives every document once, however long the pages',
  async (sort) => {
    const whole = await walk(`sort=${sort}`, 100);
    expect(whole).toHaveLength(30);
    expect(await walk(`sort=${sort}`, 7)).toEqual(whole);
    expect(await walk(`sort=${sort}`, 1)).toEqual(whole);
  },
);

it('orders titles as readers of the language expect, not as bytes fall', async () => {
  const sorted = (await walk('sort=title', 100)).map((card) => card.title);
  expect(sorted).toEqual(sorted.toSorted(new Intl.Collator('vi', { numeric: true }).compare));
  expect(new Set(sorted)).toEqual(new Set(titles));
});

it('keeps its place while documents come and go', async () => {
  const first = await page('/v1/vi/articles?sort=title&limit=10');
  const rest = (await walk('sort=title', 100)).slice(10).map((card) => card.id);
  const [gone] = first.data;
  if (!gone) throw new Error('the first page has cards');
  const changes = [{ op: 'withdraw' as const, type: 'article' as const, id: first.data.at(-1)?.id ?? gone.id }];
  await node.reach(await bench.append([...changes, put(article('chen-vao', { over: { title: 'A' } }))]));
  const second = await page(`/v1/vi/articles?sort=title&limit=100&cursor=${first.page.next}`);
  expect(second.data.map((card) => card.id)).toEqual(rest);
});

it('refuses a cursor of another query, language or sort, and a damaged one', async () => {
  const { page: end } = await page('/v1/vi/articles?limit=5');
  const cursor = end.next ?? '';
  const others = [
    `/v1/en/articles?limit=5&cursor=${cursor}`,
    `/v1/vi/events?limit=5&cursor=${cursor}`,
    `/v1/vi/articles?sort=oldest&cursor=${cursor}`,
    `/v1/vi/articles?fallback=none&cursor=${cursor}`,
    `/v1/vi/articles?topic=x&cursor=${cursor}`,
    `/v1/vi/articles?cursor=${cursor.slice(0, -1)}`,
    `/v1/vi/articles?cursor=${cursor}A`,
    '/v1/vi/articles?cursor=',
    '/v1/vi/articles?cursor=%F0%9F%8F%AE',
  ];
  for (const path of others) {
    const response = await node.get(path);
    expect(response.status, path).toBe(400);
    const { code, errors } = await response.json();
    expect(code, path).toBe('cursor-invalid');
    expect(errors, path).toMatchObject([{ parameter: 'cursor', code: 'cursor-invalid' }]);
  }
  expect((await node.get(`/v1/vi/articles?limit=50&cursor=${cursor}`)).status).toBe(200);
});
