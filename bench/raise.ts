import { setTimeout as sleep } from 'node:timers/promises';
import { toStudioLocale, writtenLocales } from '#languages/locales.ts';
import { type City, openCity } from './support/city.ts';
import { makeScratch } from './support/endings.ts';
import { openFurtherNode, sharedFeed } from './support/further-node.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { handOf, type StudioHand } from './support/studio-hand.ts';

const goal = 1000;
const usual = 200;
/** Milliseconds between two looks of a reader at one node. */
const glance = 10;

interface Page<T> {
  readonly docs: readonly T[];
}
interface MarkedArticle {
  readonly marking: string;
  /** Its address in each language of readers, below the node's. */
  readonly paths: readonly string[];
}

const answers = async (address: string): Promise<number> => {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.status;
};

/** Articles of the city that readers have in every language, as they address them. */
const publicArticles = async (officer: StudioHand, node: string, wanted: number): Promise<MarkedArticle[]> => {
  const markings = await officer.get<Page<{ id: string; subjectId: string }>>(
    `/api/markings?depth=0&limit=0&where[subjectType][equals]=articles&where[level][equals]=public`,
  );
  const found: MarkedArticle[] = [];
  for (const { id, subjectId } of markings.docs) {
    if (found.length === wanted) break;
    const paths: string[] = [];
    for (const locale of writtenLocales) {
      const inStudio = `locale=${toStudioLocale(locale)}&depth=0`;
      const { slug } = await officer.get<{ slug: string }>(`/api/articles/${subjectId}?${inStudio}`);
      paths.push(`/v1/${locale}/articles/${slug}`);
    }
    const said = await Promise.all(paths.map((path) => answers(node + path)));
    if (said.every((status) => status === 200)) found.push({ marking: id, paths });
  }
  return found;
};

/** Waits until a node answers every one of the addresses, or none of them, with the document. @returns when, as `performance.now()` */
const untilNode = async (node: string, paths: readonly string[], shown: boolean): Promise<number> => {
  for (const path of paths) while (((await answers(node + path)) === 200) !== shown) await sleep(glance);
  return performance.now();
};

/** Raises one document. @returns milliseconds from the request until the first and until the last node says no word of it */
const raise = async (officer: StudioHand, nodes: readonly string[], { marking, paths }: MarkedArticle) => {
  const began = performance.now();
  const gone = nodes.map((node) => untilNode(node, paths, false));
  await officer.post(`/api/markings/${marking}/raise`, { level: 'internal', basis: 'Bench', compartments: [] });
  const taken = (await Promise.all(gone)).map((at) => at - began);
  return { first: Math.min(...taken), last: Math.max(...taken) };
};

const figure = (what: string, taken: readonly number[], counts: boolean): Figure => {
  const p99 = percentile(taken, 0.99);
  return {
    what,
    ratio: `${(goal / p99).toFixed(1)} × inside the goal`,
    ours: `p50 ${Math.round(percentile(taken, 0.5))} ms, p99 ${Math.round(p99)} ms`,
    baseline: '–',
    goal: counts ? 'p99 < 1 s' : '–',
    met: counts ? p99 < goal : null,
  };
};

const raiseAll = async (city: City, nodes: readonly string[], count: number) => {
  const officer = handOf(city, await city.signIn('officer'));
  const articles = await publicArticles(officer, String(nodes[0]), count);
  say('raise: waiting for every article at every node');
  for (const { paths } of articles) for (const node of nodes) await untilNode(node, paths, true);
  const progress = progressOf('markings raised:');
  const taken: Awaited<ReturnType<typeof raise>>[] = [];
  for (const article of articles) {
    taken.push(await raise(officer, nodes, article));
    progress(taken.length, articles.length);
  }
  return taken;
};

/**
 * Measures from the request that raises a marking until the last of three delivery nodes answers in no language any more.
 * @param articles how many there are; as many as are public, at most 200, are raised
 */
export const measureRaise = async (articles: number): Promise<Section> => {
  await using tokens = await makeScratch('raise');
  await using city = await openCity(articles, await sharedFeed(tokens.path));
  await using second = await openFurtherNode(city);
  await using third = await openFurtherNode(city);
  const taken = await raiseAll(city, [city.deliveryUrl, second.url, third.url], usual);
  const lasts = taken.map(({ last }) => last);
  const firsts = taken.map(({ first }) => first);
  return {
    title: `A marking is raised: three delivery nodes, ${city.articles} articles in four languages`,
    command: 'npm run bench -- raise',
    how: `A security officer raises a public article over HTTP; the clock runs from that request until a node, looked at every ${glance} ms, answers its address in each of the four languages without it. Two nodes follow the first one’s feed over HTTP. One article after the other; studio, gate, three nodes and the asker share the machine.`,
    figures: [
      figure(`${taken.length} raises, until the last of three nodes`, lasts, true),
      figure('… until the first of them', firsts, false),
    ],
  };
};
