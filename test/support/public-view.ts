import { z } from 'zod';

const types = ['articles', 'images', 'albums', 'events', 'places', 'topics', 'agencies'] as const;
const locales = ['vi', 'en', 'fr', 'zh-Hans'] as const;

const page = z.object({
  data: z.array(z.looseObject({ slug: z.string() })),
  page: z.object({ next: z.string().nullable() }),
});

/**
 * Everything that the public can list, as `locale/type/slug`, sorted: what two installations with the same content have
 * in common, whatever their random ids are.
 */
export async function publicView(delivery: string): Promise<string[]> {
  const found: string[] = [];
  for (const locale of locales) {
    for (const type of types) found.push(...(await listAll(delivery, locale, type)));
  }
  return found.sort();
}

async function listAll(delivery: string, locale: string, type: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = `limit=100&fallback=none${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const response = await fetch(`${delivery}/v1/${locale}/${type}?${query}`);
    const { data, page: at } = page.parse(await response.json());
    found.push(...data.map(({ slug }) => `${locale}/${type}/${slug}`));
    cursor = at.next;
  } while (cursor !== null);
  return found;
}

const document = z.object({ data: z.looseObject({ id: z.string() }) });

/** The public ids of what a view lists, in its order. */
export async function idsOf(delivery: string, view: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of view) {
    const { data } = document.parse(await (await fetch(`${delivery}/v1/${one}`)).json());
    ids.push(data.id);
  }
  return ids;
}

/** The very bytes of some answers, plain and brotli, with what headers say of them. */
export async function answersOf(delivery: string, paths: readonly string[]): Promise<string[]> {
  const answers = paths.flatMap((path) =>
    ['identity', 'br'].map(async (encoding) => {
      const response = await fetch(`${delivery}${path}`, { headers: { 'accept-encoding': encoding } });
      const text = await response.text();
      return `${response.status} ${encoding} ${path} ${response.headers.get('etag')} ${text}`;
    }),
  );
  return Promise.all(answers);
}

/** A node that is loading its content for the first time answers 503. */
const isReady = async (delivery: string): Promise<boolean> =>
  (await fetch(`${delivery}/v1/vi/articles?limit=1`)).status !== 503;

/** Waits until an installation shows as much as another one. */
export async function untilSame(delivery: string, expected: readonly string[], seconds = 240): Promise<string[]> {
  let seen: string[] = [];
  for (let tries = 0; tries < seconds; tries += 1) {
    seen = (await isReady(delivery)) ? await publicView(delivery) : [];
    if (seen.length >= expected.length) return seen;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return seen;
}
