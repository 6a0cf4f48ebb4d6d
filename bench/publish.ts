import { setTimeout as sleep } from 'node:timers/promises';
import type { City } from './support/city.ts';
import type { Figure, Section } from './support/report.ts';

interface Text {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly revision: number;
}

type Header = { authorization: string };

const send = async (
  url: string,
  method: string,
  who: Header,
  body: unknown,
): Promise<{ doc?: { revision?: number }; revision?: number }> => {
  const answer = await fetch(url, {
    method,
    headers: { ...who, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { doc?: { revision?: number }; revision?: number };
};

const readTexts = async (city: City, who: Header, count: number): Promise<Text[]> => {
  const query = `locale=en&depth=0&limit=${count}&where[slug][like]=-`;
  const answer = await fetch(`${city.studioUrl}/api/articles?${query}`, { headers: who });
  return ((await answer.json()) as { docs: Text[] }).docs.filter(({ slug }) => /-\d+$/.test(slug ?? ''));
};

/** Milliseconds from the publisher's click until a reader of delivery sees the new title. */
const publishOnce = async (
  city: City,
  editor: Header,
  publisher: Header,
  text: Text,
  mark: string,
): Promise<number> => {
  const address = `${city.studioUrl}/api/articles/${text.id}`;
  const title = `${text.title} ${mark}`;
  const saved = await send(`${address}?locale=en&draft=true`, 'PATCH', editor, { title, revision: text.revision });
  const revision = saved.doc?.revision ?? text.revision + 1;
  const clicked = performance.now();
  await send(`${address}/publish`, 'POST', publisher, { locale: 'en', revision });
  for (;;) {
    const answer = await fetch(`${city.deliveryUrl}/v1/en/articles/${text.slug}?fallback=none`);
    const { data } = (await answer.json()) as { data?: { title: string } };
    if (data?.title === title) return performance.now() - clicked;
    await sleep(5);
  }
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const figure = (what: string, taken: readonly number[]): Figure => {
  const sorted = taken.toSorted((a, b) => a - b);
  const p99 = at(sorted, 0.99);
  return {
    what,
    ratio: `${(1000 / p99).toFixed(1)} × inside the goal`,
    ours: `p50 ${Math.round(at(sorted, 0.5))} ms, p99 ${Math.round(p99)} ms`,
    baseline: '–',
    goal: 'p99 < 1 s',
    met: p99 < 1000,
  };
};

/** Measures from the click on "publish" until delivery answers with the new text. */
export const measurePublishing = async (city: City): Promise<Section> => {
  const [editor, publisher] = [await city.signIn('editor'), await city.signIn('publisher')];
  const texts = await readTexts(city, editor, 260);
  const single: number[] = [];
  for (const text of texts.slice(0, 200)) single.push(await publishOnce(city, editor, publisher, text, 'one'));
  const together = await Promise.all(
    texts.slice(200, 220).map((text) => publishOnce(city, editor, publisher, text, 'many')),
  );
  return {
    title: 'From the click to the reader',
    command: 'npm run bench -- city',
    how: 'An editor saves a new title, a publisher publishes it over HTTP; the clock runs from the publisher’s request until delivery answers with the new title. Studio, gate, delivery and the asker share the machine.',
    figures: [figure('200 publications, one after another', single), figure('20 publications at once', together)],
  };
};
