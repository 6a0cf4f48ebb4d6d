import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { standingOf } from '#collections/standing-of.ts';
import { viewerOf } from '#collections/viewer-of.ts';

/** A person of the studio, and what holds for them at this moment. */
export interface Known {
  readonly name: string;
  readonly viewer: Viewer;
  /** Last instant of what they were granted, in UTC; empty: without end. */
  readonly until: string;
}

const named = z.looseObject({ name: z.string().catch('') });

const readKnown = (doc: unknown): Known | null => {
  const viewer = viewerOf(doc as PayloadRequest['user']);
  if (!viewer) return null;
  const { until } = standingOf(doc);
  return { name: named.parse(doc).name, viewer, until: until?.toISOString() ?? '' };
};

/** Everybody, by id. */
export const everybody = async ({ payload }: PayloadRequest): Promise<Map<string, Known>> => {
  const { docs } = await payload.db.find({ collection: 'users', pagination: false, limit: 0, sort: 'name' });
  const people = docs.map(readKnown).filter((one) => one !== null);
  return new Map(people.map((one) => [one.viewer.id, one]));
};
