import { setTimeout as sleep } from 'node:timers/promises';
import { openCity } from './support/city.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { openScenes, type Place, places, type Scene, type Scenes } from './support/withdrawn-pictures.ts';

const goal = 1000;
const usual = 20;
const pictures = 5;
/** Milliseconds between two looks of a reader at one place. */
const glance = 20;

/** Looks again and again until every place says what is wanted. @returns milliseconds after `began` at each */
const untilAll = async (
  { isShown }: Scene,
  wanted: boolean,
  began: number,
  signal: AbortSignal,
): Promise<Record<Place, number>> => {
  const taken = places.map(async (place) => {
    while (!signal.aborted && (await isShown[place]()) !== wanted) await sleep(glance);
    return [place, performance.now() - began] as const;
  });
  return Object.fromEntries(await Promise.all(taken)) as Record<Place, number>;
};

/** Changes a consent and waits until readers meet the picture everywhere, or nowhere. */
const turn = async ({ curator }: Scenes, scene: Scene, shown: boolean): Promise<Record<Place, number>> => {
  const withdrawnOn = shown ? null : new Date().toISOString();
  const refused = new AbortController();
  const began = performance.now();
  const seen = untilAll(scene, shown, began, refused.signal);
  await curator.change(`/api/consents/${scene.consent}`, { withdrawnOn }).catch((cause: unknown) => {
    refused.abort();
    throw cause;
  });
  return seen;
};

const withdraw = async (all: Scenes, count: number): Promise<Record<Place, number>[]> => {
  const taken: Record<Place, number>[] = [];
  const progress = progressOf('consents withdrawn:');
  for (let number = 0; number < count; number += 1) {
    const scene = all.scenes[number % all.scenes.length];
    if (!scene) break;
    taken.push(await turn(all, scene, false));
    if (await scene.isInKit()) throw new Error(`the press kit still has ${scene.slug}`);
    await turn(all, scene, true);
    // What a picture was made again for is over before the next one is measured
    await sleep(500);
    progress(taken.length, count);
  }
  return taken;
};

const figure = (what: string, taken: readonly number[]): Figure => {
  const p95 = percentile(taken, 0.95);
  return {
    what,
    ratio: `${(goal / p95).toFixed(1)} × inside the goal`,
    ours: `p50 ${Math.round(percentile(taken, 0.5))} ms, p95 ${Math.round(p95)} ms`,
    baseline: '–',
    goal: 'p95 < 1 s',
    met: p95 < goal,
  };
};

/**
 * Measures from a consent that is withdrawn in the studio until no reader of delivery meets the picture anywhere.
 * @param articles how many there are beside; in a small trial there are fewer withdrawals
 */
export const measureWithdrawals = async (articles: number): Promise<Section> => {
  await using city = await openCity(articles);
  say('making pictures with consents');
  const scenes = await openScenes(city, pictures);
  for (const scene of scenes.scenes) await untilAll(scene, true, performance.now(), AbortSignal.timeout(60_000));
  const taken = await withdraw(scenes, Math.min(usual, Math.ceil(articles / 50)));
  const last = taken.map((each) => Math.max(...Object.values(each)));
  return {
    title: `A consent is withdrawn: ${city.articles} articles in four languages`,
    command: 'npm run bench -- withdraw',
    how: `A curator sets “Withdrawn on” over HTTP; the clock runs from that request (reading the revision included) until article, page, largest size, a tile and press kit, each looked at every ${glance} ms and asked for before, all answer without the picture. ${pictures} pictures with an article each, together in one press kit, in turn; the consent is given back in between. Studio, gate, delivery and the asker share the machine.`,
    figures: [
      figure(`${taken.length} withdrawals, until it is gone everywhere`, last),
      ...places.map((place) =>
        figure(
          `… from the ${place}`,
          taken.map((each) => each[place]),
        ),
      ),
    ],
  };
};
