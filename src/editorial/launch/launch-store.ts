import type { Payload, PayloadRequest, Where } from 'payload';
import type { LaunchState } from '#collections/launch-states.ts';
import { atOnce } from '../database/at-once.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { isOpen, type Launch, readLaunch } from './launch.ts';

const collection = 'launches';

type Db = Pick<Payload, 'db'>;

/** What whoever acts upon a launch has claimed, so that one process does. */
export const launchClaim = (id: string): string => `launch/${id}`;

/** A text as it is named. */
export interface TextName {
  readonly collection: TextCollection;
  readonly id: string;
}

const ofText = ({ collection: slug, id }: TextName): Where => ({
  and: [{ documentId: { equals: id } }, { collection: { equals: slug } }],
});

const find = async ({ db }: Db, where: Where, limit = 0, sort = '-changedAt'): Promise<Launch[]> => {
  const { docs } = await db.find({ collection, where, limit, pagination: false, sort });
  return docs.map(readLaunch);
};

/** All launches that a text ever had, the newest first. */
export const launchesOf = async (payload: Db, name: TextName): Promise<Launch[]> =>
  (await find(payload, ofText(name))).sort((one, other) => numberOf(other.id) - numberOf(one.id));

/** The one of which something is still to happen. */
export const openLaunchOf = async (payload: Db, name: TextName): Promise<Launch | null> =>
  (await launchesOf(payload, name)).find(isOpen) ?? null;

export const readLaunchById = async ({ db }: Db, id: string): Promise<Launch | null> => {
  const found: unknown = await db.findOne({ collection, where: { id: { equals: id } } });
  return found ? readLaunch(found) : null;
};

/** Those in these states whose moment has come, the oldest first. */
export const dueLaunches = (payload: Db, now: Date, states: readonly LaunchState[]): Promise<Launch[]> =>
  find(payload, { and: [{ state: { in: [...states] } }, { at: { less_than_equal: now.toISOString() } }] }, 0, 'at');

/** The latest `limit` in these states. */
export const launchesIn = (payload: Db, states: readonly string[], limit: number): Promise<Launch[]> =>
  find(payload, { state: { in: [...states] } }, limit);

const numberOf = (id: string): number => Number(id.split('/').at(-1));

/** The name of the next launch of a text: whoever is slower finds it taken. */
export const nextId = ({ collection: slug, id }: TextName, before: readonly Launch[]): string =>
  `${slug}/${id}/${Math.max(0, ...before.map((one) => numberOf(one.id))) + 1}`;

/** @returns whether it could be made; false: somebody else has begun one meanwhile */
export const makeLaunch = async ({ payload }: Pick<PayloadRequest, 'payload'>, launch: Launch): Promise<boolean> => {
  const now = new Date().toISOString();
  try {
    const data = { ...launch, createdAt: now, updatedAt: now };
    await payload.db.create({ collection, customID: launch.id, data, returning: false });
    return true;
  } catch (error) {
    if (await readLaunchById(payload, launch.id)) return false;
    throw error;
  }
};

/**
 * Changes a launch that is still as it was seen.
 * @returns it as it stands now; null: somebody was faster, and nothing was written
 */
export const changeLaunch = async (
  payload: Db,
  seen: Launch,
  change: Partial<Omit<Launch, 'id' | 'revision'>>,
): Promise<Launch | null> => {
  const where: Where = { and: [{ id: { equals: seen.id } }, { revision: { equals: seen.revision } }] };
  const data = { ...change, revision: seen.revision + 1, updatedAt: new Date().toISOString() };
  const done = await payload.db.updateOne({ collection, where, data, ...atOnce(payload) });
  return done === null ? null : { ...seen, ...change, revision: seen.revision + 1 };
};
