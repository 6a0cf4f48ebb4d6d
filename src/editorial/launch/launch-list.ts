import type { PayloadRequest, TypedUser } from 'payload';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import type { ReleaseRules } from '../workflow/release-images.ts';
import { type ToldLaunch, tellLaunch } from './answers.ts';
import { type Launch, openStates } from './launch.ts';
import { launchesIn } from './launch-store.ts';
import { standingsOf } from './standing.ts';

export interface ListedLaunch extends ToldLaunch {
  readonly collection: TextCollection;
  readonly documentId: string;
  readonly title: string;
  /** Languages of it that lack something now; of those that are over, none. */
  readonly lacking: readonly StudioLocale[];
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
      ...{ limit: 0, pagination: false, depth: 0, locale: 'all', draft: true, fallbackLocale: false },
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
      listed.push({ ...(await tellLaunch(req, launch)), collection, documentId, title, lacking: [] });
  }
  return listed;
};

const lackingIn = async (req: PayloadRequest, launch: Launch, rules: ReleaseRules): Promise<StudioLocale[]> => {
  const { collection, documentId: id, locales, by } = launch;
  const at = new Date(Math.max(Date.now(), Date.parse(launch.at)));
  const standings = await standingsOf(req, { name: { collection, id }, locales, by, at, rules });
  return (standings ?? []).filter(({ state }) => state === 'lacking').map(({ locale }) => locale);
};

/** So many of those that are over are listed. */
const past = 50;

/** Launches that a person may know of: those that are to come, the next one first, and those that are over, the last one first. */
export const listLaunches = async (req: PayloadRequest, user: TypedUser, rules: ReleaseRules): Promise<LaunchList> => {
  const open = (await launchesIn(req.payload, openStates, 0)).sort((one, other) => one.at.localeCompare(other.at));
  const over = await launchesIn(req.payload, ['done', 'cancelled'], past);
  const titles = await titlesOf(req, user, [...open, ...over]);
  const coming = await list(req, open, titles);
  const byId = new Map(open.map((launch) => [launch.id, launch]));
  const lacking: ListedLaunch[] = [];
  for (const one of coming) {
    const launch = byId.get(one.id);
    lacking.push({ ...one, lacking: launch ? await lackingIn(req, launch, rules) : [] });
  }
  return { coming: lacking, past: await list(req, over, titles) };
};
