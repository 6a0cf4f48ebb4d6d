import type { City, Header } from './support/city.ts';
import { load } from './support/load.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

const rate = async (url: string, headers: Record<string, string> = {}): Promise<number> => {
  await load({ url, headers, connections: 10, seconds: 2 });
  const { perSecond, failures } = await load({ url, headers, connections: 10, seconds: 6 });
  if (failures > 0) throw new Error(`${failures} failures at ${url}`);
  return perSecond;
};

const figure = (what: string, goal: number, ours: number, stock: number): Figure => ({
  what,
  ratio: `${Math.round(ours / stock)} ×`,
  ours: `${Math.round(ours)}/s`,
  baseline: `${stock.toFixed(1)}/s`,
  goal: `≥ ${goal} ×`,
  met: ours / stock >= goal,
});

/** The newest article that is public: its id in the studio, its slug outside, and its title in both. */
const anArticle = async (city: City, who: Header): Promise<{ id: string; slug: string; title: string }> => {
  const query = 'locale=en&depth=0&limit=1&sort=-createdAt&where[_status][equals]=published';
  const answer = await fetch(`${city.studioUrl}/api/articles?${query}`, { headers: who });
  const [article] = ((await answer.json()) as { docs: { id: string; slug: string; title: string }[] }).docs;
  if (!article) throw new Error('The studio shows no published article');
  return article;
};

/** @throws Error where an answer is not what is to be measured */
const expectAnswer = async (url: string, who: Record<string, string>, isRight: (body: never) => boolean) => {
  const answer = await fetch(url, { headers: who });
  if (!answer.ok || !isRight((await answer.json()) as never)) throw new Error(`${answer.status} from ${url}`);
};

/** Measures delivery against Payload's own REST for the same articles, signed in, depth 1. */
export const measureAgainstStudio = async (city: City): Promise<Section> => {
  const who = await city.signIn('editor');
  const { id, slug, title } = await anArticle(city, who);
  const [stock, ours] = [`${city.studioUrl}/api/articles`, `${city.deliveryUrl}/v1/en/articles`];
  const one = { ours: `${ours}/${slug}`, stock: `${stock}/${id}?locale=en&depth=1` };
  const ten = {
    ours: `${ours}?limit=10`,
    stock: `${stock}?locale=en&depth=1&limit=10&where[_status][equals]=published`,
  };
  await expectAnswer(one.ours, {}, ({ data }: { data: { title: string } }) => data.title === title);
  await expectAnswer(one.stock, who, (body: { title: string; cover: object }) => body.title === title);
  await expectAnswer(ten.ours, {}, ({ data }: { data: unknown[] }) => data.length === 10);
  await expectAnswer(ten.stock, who, ({ docs }: { docs: unknown[] }) => docs.length === 10);
  say('delivery and studio: answering');
  return {
    title: `Delivery and the stock REST API of the studio: the same ${city.articles} articles in four languages`,
    command: 'npm run bench -- city',
    how: '10 connections, 6 s each after 2 s of warming up; the studio runs as `npm start` runs it, on the embedded database, and is asked by somebody signed in, at depth 1. It is Payload’s REST under our rules: what they cost is in the baseline.',
    figures: [
      figure('one article, against Payload REST', 100, await rate(one.ours), await rate(one.stock, who)),
      figure('a list of ten with covers, against Payload REST', 150, await rate(ten.ours), await rate(ten.stock, who)),
    ],
  };
};
