import type { City } from './support/city.ts';
import { load } from './support/load.ts';
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

/** The newest article that both sides know: its id in the studio and its slug outside. */
const anArticle = async (city: City, who: Record<string, string>): Promise<{ id: string; slug: string }> => {
  const query = 'locale=en&depth=0&limit=1&sort=-createdAt&where[_status][equals]=published';
  const answer = await fetch(`${city.studioUrl}/api/articles?${query}`, { headers: who });
  const [article] = ((await answer.json()) as { docs: { id: string; slug: string }[] }).docs;
  if (!article) throw new Error('The studio shows no published article');
  return article;
};

/** Measures delivery against Payload's own REST for the same articles, signed in, depth 1. */
export const measureAgainstStudio = async (city: City): Promise<Section> => {
  const who = await city.signIn('editor');
  const { id, slug } = await anArticle(city, who);
  const stock = `${city.studioUrl}/api/articles`;
  const ours = `${city.deliveryUrl}/v1/en/articles`;
  const one = figure(
    'one article, against Payload REST',
    100,
    await rate(`${ours}/${slug}`),
    await rate(`${stock}/${id}?locale=en&depth=1`, who),
  );
  const list = figure(
    'a list of ten with covers, against Payload REST',
    150,
    await rate(`${ours}?limit=10`),
    await rate(`${stock}?locale=en&depth=1&limit=10&where[_status][equals]=published`, who),
  );
  return {
    title: 'Delivery and the stock REST API of the studio, same articles',
    command: 'npm run bench -- city',
    how: '10 connections, 6 s each after 2 s of warming up; the studio runs as `npm start` runs it, on the embedded database.',
    figures: [one, list],
  };
};
