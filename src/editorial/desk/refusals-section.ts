import type { Where } from 'payload';
import { z } from 'zod';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { anyId } from './section.ts';

const line = z.looseObject({
  id: anyId,
  at: z.string(),
  who: z.string().nullish(),
  action: z.string(),
  collection: z.string().nullish(),
  code: z.string(),
  times: z.number().nullish(),
});

const week = 7 * 24 * 60 * 60 * 1000;

/** The list of the audit log with nothing in it but these lines. */
const addressOf = (since: string): string => {
  const column = 'where[or][0][and]';
  const query = new URLSearchParams([
    [`${column}[0][outcome][equals]`, 'refused'],
    [`${column}[1][at][greater_than_equal]`, since],
    [`${column}[2][again][exists]`, 'false'],
  ]);
  return `/admin/collections/audit?${query}`;
};

const itemOf = ({ id, at, who, action, collection, code, times }: z.infer<typeof line>): DeskItem => ({
  ...{ collection: 'audit', id, title: who ?? '', locales: [], at, note: null },
  refused: { action, collection: collection ?? null, code, times: times ?? 1 },
});

/** What was refused to people in the last seven days, as far as the officer is cleared to read of it. */
export const refusals = async ({ payload, user, shown }: Asker): Promise<DeskSection> => {
  const since = new Date(Date.now() - week).toISOString();
  const where: Where = {
    and: [{ outcome: { equals: 'refused' } }, { at: { greater_than_equal: since } }, { again: { exists: false } }],
  };
  const asked = { where, sort: '-at', limit: shown, depth: 0, overrideAccess: false, user };
  const { docs, totalDocs } = await payload.find({ collection: 'audit', ...asked });
  const items = z.array(line).parse(docs).map(itemOf);
  return { key: 'refusals', count: totalDocs, items, href: addressOf(since) };
};
