import { setTimeout as sleep } from 'node:timers/promises';
import type { City, Header } from './support/city.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

interface Text {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly revision: number;
}

const together = 20;
const oneByOne = 200;

const send = async (url: string, method: string, who: Header, body: unknown): Promise<unknown> => {
  const answer = await fetch(url, {
    method,
    headers: { ...who, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

/** Copies that nobody has touched: the originals are shown by others, so that more than themselves goes out with them. */
const readTexts = async (city: City, who: Header, count: number): Promise<Text[]> => {
  const query = `locale=en&depth=0&draft=true&limit=${2 * count}&where[slug][like]=-&where[_status][equals]=published`;
  const answer = await fetch(`${city.studioUrl}/api/articles?${query}`, { headers: who });
  const { docs } = (await answer.json()) as { docs: Text[] };
  return docs.filter(({ slug }) => /-\d+$/.test(slug ?? '')).slice(0, count);
};

/** An editor saves a new title. @returns the text as the publisher finds it */
const rewrite = async (city: City, editor: Header, text: Text): Promise<Text> => {
  const title = `${text.title} anew`;
  const address = `${city.studioUrl}/api/articles/${text.id}?locale=en&draft=true&depth=0`;
  const saved = (await send(address, 'PATCH', editor, { title, revision: text.revision })) as { doc: Text };
  return { ...text, title, revision: saved.doc.revision };
};

/** Milliseconds between two looks of a reader: often enough for the figure, rare enough to leave the machine to the others. */
const glance = 20;

/** Looks at delivery again and again until it answers with the new title. */
const untilVisible = async (city: City, { slug, title }: Text, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    const answer = await fetch(`${city.deliveryUrl}/v1/en/articles/${slug}?fallback=none`);
    const { data } = (await answer.json()) as { data?: { title: string } };
    if (data?.title === title) return;
    await sleep(glance);
  }
};

/** Milliseconds from the publisher's click until a reader of delivery sees the new title. */
const publish = async (city: City, publisher: Header, text: Text): Promise<number> => {
  const address = `${city.studioUrl}/api/articles/${text.id}/publish`;
  const refused = new AbortController();
  const clicked = performance.now();
  // A reader may see it before the publisher is told
  const seen = untilVisible(city, text, refused.signal).then(() => performance.now() - clicked);
  await send(address, 'POST', publisher, { locale: 'en', revision: text.revision }).catch((cause: unknown) => {
    refused.abort();
    throw cause;
  });
  return seen;
};

const figure = (what: string, taken: readonly number[]): Figure => {
  const p99 = percentile(taken, 0.99);
  return {
    what: `${taken.length} publications ${what}`,
    ratio: `${(1000 / p99).toFixed(1)} × inside the goal`,
    ours: `p50 ${Math.round(percentile(taken, 0.5))} ms, p99 ${Math.round(p99)} ms`,
    baseline: '–',
    goal: 'p99 < 1 s',
    met: p99 < 1000,
  };
};

/** Measures from the click on "publish" until delivery answers with the new text. */
export const measurePublishing = async (city: City): Promise<Section> => {
  const [editor, publisher] = [await city.signIn('editor'), await city.signIn('publisher')];
  const texts = await readTexts(city, editor, oneByOne + together);
  const single: number[] = [];
  const progress = progressOf('published one after another:');
  for (const text of texts.slice(together)) {
    single.push(await publish(city, publisher, await rewrite(city, editor, text)));
    progress(single.length, texts.length - together);
  }
  say(`publishing ${together} at once`);
  const waiting: Text[] = [];
  for (const text of texts.slice(0, together)) waiting.push(await rewrite(city, editor, text));
  const atOnce = await Promise.all(waiting.map((text) => publish(city, publisher, text)));
  return {
    title: `From the click to the reader: ${city.articles} articles in four languages`,
    command: 'npm run bench -- city',
    how: 'An editor saves a new title, a publisher publishes it over HTTP; the clock runs from the publisher’s request until delivery, looked at every 20 ms, answers with the new title. At once: all are saved first, then all requests are sent together. Studio, gate, delivery and the asker share the machine.',
    figures: [figure('one after another', single), figure('at once', atOnce)],
  };
};
