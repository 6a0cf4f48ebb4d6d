import type { PayloadRequest, TypedUser } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import { readTranslatable } from '../translation/document.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { rulesOf, type ToldLaunch, type ToldStanding, tellLaunch, tellStanding } from './answers.ts';
import { type Launch, openStates } from './launch.ts';
import { launchesIn } from './launch-store.ts';
import { standingsOf } from './standing.ts';

export interface ListedLaunch extends ToldLaunch {
  readonly collection: TextCollection;
  readonly documentId: string;
  readonly title: string;
  /** How its languages stand now; of those that are over, none. */
  readonly languages: readonly ToldStanding[];
}

export interface LaunchList {
  readonly coming: readonly ListedLaunch[];
  readonly past: readonly ListedLaunch[];
}

const titled = z.looseObject({ id: z.string(), title: byLocale });

/** Titles of the texts that a person may see, by `collection/id`; the others are left out, and nothing tells of them. */
const titlesOf = async (
  req: PayloadRequest,
  user: TypedUser,
  launches: readonly Launch[],
): Promise<Map<string, string>> => {
  const titles = new Map<string, string>();
  for (const [collection, group] of Map.groupBy(launches, (one) => one.collection)) {
    const found = await req.payload.find({
      collection,
      where: { id: { in: [...new Set(group.map(({ documentId }) => documentId))] } },
      ...({ limit: 0, pagination: false, depth: 0, locale: 'all', draft: true, fallbackLocale: false } as const),
      select: { title: true },
      overrideAccess: false,
      user,
    });
    for (const { id, title } of z.array(titled).parse(found.docs)) titles.set(`${collection}/${id}`, bestTitle(title));
  }
  return titles;
};

const list = async (req: PayloadRequest, launches: readonly Launch[], titles: ReadonlyMap<string, string>) => {
  const listed: ListedLaunch[] = [];
  for (const launch of launches) {
    const { collection, documentId } = launch;
    const title = titles.get(`${collection}/${documentId}`);
    if (title !== undefined)
      listed.push({ ...(await tellLaunch(req, launch)), collection, documentId, title, languages: [] });
  }
  return listed;
};

const standingsIn = async (req: PayloadRequest, viewer: Viewer, launch: Launch): Promise<ToldStanding[]> => {
  const { collection, documentId: id, locales, by } = launch;
  const document = await readTranslatable(req, { collection, id });
  const at = new Date(Math.max(Date.now(), Date.parse(launch.at)));
  const question = { name: { collection, id }, locales, by, at, rules: rulesOf(req.payload) };
  const told: ToldStanding[] = [];
  for (const standing of (document && (await standingsOf(req, question))) ?? [])
    if (document) told.push(await tellStanding(req, viewer, document, standing));
  return told;
};

/** So many of those that are over are listed. */
const past = 50;

/**
 * Those that are to come and that a person may know of, the next one first.
 * @param wanted so many are looked at language by language
 */
export const comingLaunches = async (
  req: PayloadRequest,
  user: TypedUser,
  wanted = Number.POSITIVE_INFINITY,
): Promise<ListedLaunch[]> => {
  const open = (await launchesIn(req.payload, openStates, 0)).sort((one, other) => one.at.localeCompare(other.at));
  const byId = new Map(open.map((launch) => [launch.id, launch]));
  const viewer = viewerOf(user);
  const coming: ListedLaunch[] = [];
  for (const one of await list(req, open, await titlesOf(req, user, open))) {
    const launch = byId.get(one.id);
    if (coming.length >= wanted) coming.push(one);
    else if (launch && viewer) coming.push({ ...one, languages: await standingsIn(req, viewer, launch) });
  }
  return coming;
};

/** Launches that a person may know of: those that are to come, and those that are over, the last one first. */
export const listLaunches = async (req: PayloadRequest, user: TypedUser): Promise<LaunchList> => {
  const over = await launchesIn(req.payload, ['done', 'cancelled'], past);
  return { coming: await comingLaunches(req, user), past: await list(req, over, await titlesOf(req, user, over)) };
};
