import type { Payload } from 'payload';
import type { KeyOfText } from '#sealing/sealed-text.ts';
import { lyingOf } from './lying.ts';
import { storedRowsOf } from './stored-rows.ts';
import { storedTexts } from './stored-walk.ts';

/** What of a collection lies under a key. */
export interface UnderKey {
  readonly collection: string;
  readonly records: number;
  readonly versions: number;
}

/** What would be lost with a key: records and versions of which at least one text lies under it. */
export const textsUnder = async (payload: Payload, { level, generation }: KeyOfText): Promise<UnderKey[]> => {
  const stored = storedRowsOf(payload.db);
  const found = new Map<string, { collection: string; records: number; versions: number }>();
  if (!stored) return [];
  for await (const { collection, isVersion, texts } of storedTexts(payload, stored)) {
    const { keys } = await lyingOf(collection, texts);
    if (!keys.some((key) => key.level === level && key.generation === generation)) continue;
    const count = found.get(collection) ?? { collection, records: 0, versions: 0 };
    count[isVersion ? 'versions' : 'records'] += 1;
    found.set(collection, count);
  }
  return [...found.values()];
};
