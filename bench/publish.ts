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

const oneByOne = 200;
const together = 20;
/** So many times that many at once: one wave alone says more of what else the machine does at that moment. */
const waves = 5;

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

/** Milliseconds between two looks of a reader, of one and of many: what they cost is taken from the machine that is measured. */
const glance = { alone: 20, among: 50 };
type Readers = keyof typeof glance;

/** Looks at delivery again and again until it answers with the new title. */
const untilVisible = async (
  city: City,
  { slug, title }: Text,
  readers: Readers,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const answer = await fetch(`${city.deliveryUrl}/v1/en/articles/${slug}?fallback=none`);
    const { data } = (await answer.json()) as { data?: { title: string } };
    if (data?.title === title) return;
    await sleep(glance[readers]);
  }
};

/** Milliseconds from the publisher's click until a reader of delivery sees the new title. */
const publish = async (city: City, publisher: Header, text: Text, readers: Readers): Promise<number> => {
  const address = `${city.studioUrl}/api/articles/${text.id}/publish`;
  const refused = new AbortController();
  const clicked = performance.now();
  // A reader may see it before the publisher is told
  const seen = untilVisible(city, text, readers, refused.signal).then(() => performance.now() - clicked);
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

const publishOneByOne = async (city: City, editor: Header, publisher: Header, texts: Text[]): Promise<number[]> => {
  const taken: number[] = [];
  const progress = progressOf('published one after another:');
  for (const text of texts) {
    taken.push(await publish(city, publisher, await rewrite(city, editor, text), 'alone'));
    progress(taken.length, texts.length);
  }
  return taken;
};

const publishTogether = async (city: City, editor: Header, publisher: Header, texts: Text[]): Promise<number[]> => {
  const waiting: Text[] = [];
  for (const text of texts) waiting.push(await rewrite(city, editor, text));
  say(`publishing ${texts.length} at once`);
  return Promise.all(waiting.map((text) => publish(city, publisher, text, 'among')));
};

/** Measures from the click on "publish" until delivery answers with the new text. */
export const measurePublishing = async (city: City): Promise<Section> => {
  const [editor, publisher] = [await city.signIn('editor'), await city.signIn('publisher')];
  const texts = await readTexts(city, editor, oneByOne + waves * together);
  // In a small trial there are fewer texts than that
  const count = Math.max(1, Math.min(waves, Math.floor(texts.length / 2 / together)));
  const single = await publishOneByOne(city, editor, publisher, texts.slice(count * together));
  const atOnce: number[] = [];
  for (let wave = 0; wave < count; wave += 1) {
    const those = texts.slice(wave * together, (wave + 1) * together);
    atOnce.push(...(await publishTogether(city, editor, publisher, those)));
  }
  return {
    title: `From the click to the reader: ${city.articles} articles in four languages`,
    command: 'npm run bench -- city',
    how: 'An editor saves a new title, a publisher publishes it over HTTP; the clock runs from the publisher’s request until delivery, looked at every 20 ms (every 50 ms by each of many), answers with the new title. At once: 20 are saved first, then their 20 requests are sent together, five times. Studio, gate, delivery and the asker share the machine.',
    figures: [figure('one after another', single), figure(`in waves of ${together} at once`, atOnce)],
  };
};
