import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, put } from '../support/delivery-node.ts';
import { article } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;

/** Launched in Vietnamese and English: French is stood in for, Chinese left out. */
const launched = {
  ...article('le-hoi', { locales: ['vi', 'en'] }),
  awaited: { fr: 'fallback', 'zh-Hans': 'none', 'zh-Hant': 'none' } as const,
};
const usual = article('cho', { locales: ['vi', 'en'] });
/** Left open by a launch, and written since. */
const arrived = { ...article('ben-pha', { locales: ['vi', 'fr'] }), awaited: { fr: 'none' } as const };

const read = async (path: string) => {
  const answer = await node.get(path);
  return { status: answer.status, ...(await answer.json()) };
};
const slugs = async (locale: string): Promise<string[]> =>
  (await read(`/v1/${locale}/articles?limit=50`)).data.map(({ slug }: { slug: string }) => slug).sort();

beforeAll(async () => {
  bench = await openBench();
  await bench.append([put(launched), put(usual), put(arrived)]);
  node = await bench.start('node', { fallback: ['en', 'vi', 'fr', 'zh-Hans'] });
  await node.reach(3);
});
afterAll(() => bench[Symbol.asyncDispose]());

describe('a language that is to follow', () => {
  it('is stood in for, and its readers are told in theirs', async () => {
    const { data } = await read(`/v1/fr/articles/${launched.id}`);
    expect(data.language).toMatchObject({ requested: 'fr', served: 'en' });
    expect(data.language.awaited.notice).toBe(
      'Ce texte n’est pas encore disponible en français. Il est affiché dans une autre langue\u00a0: anglais.',
    );
    for (const [locale, slug] of [
      ['fr', usual.id],
      ['en', launched.id],
    ])
      expect((await read(`/v1/${locale}/articles/${slug}`)).data.language).not.toHaveProperty('awaited');
  });

  it('is not there at all where the others went without it, in neither script, and nothing tells that it was withdrawn', async () => {
    for (const locale of ['zh-Hans', 'zh-Hant']) {
      expect(await slugs(locale)).toEqual(['ben-pha', 'cho-en']);
      expect((await read(`/v1/${locale}/articles/${launched.id}`)).status).toBe(404);
      expect((await read(`/v1/${locale}/articles/le-hoi`)).status).toBe(404);
    }
    expect(await slugs('vi')).toEqual(['ben-pha', 'cho', 'le-hoi']);
  });

  it('is served as soon as it is there, whatever was left open', async () => {
    const { data } = await read('/v1/fr/articles/ben-pha-fr');
    expect(data.language).toMatchObject({ requested: 'fr', served: 'fr' });
    expect(data.language).not.toHaveProperty('awaited');
  });
});
