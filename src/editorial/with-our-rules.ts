import type { SanitizedConfig } from 'payload';
import type { Kind } from '#access/rules.ts';
import { accessOf } from '#collections/access-filter.ts';

/** What the collections are that Payload brings by itself; whatever else it brings is closed to everybody. */
const kinds: Readonly<Record<string, Kind>> = { 'payload-preferences': 'preference' };

/** Puts Payload's own collections under the one decision, once the configuration is built. */
export const withOurRules = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue;
    const { create, read, update, delete: remove, unlock } = accessOf(kinds[collection.slug] ?? 'machinery');
    Object.assign(collection.access, { create, read, update, delete: remove, unlock });
  }
  return config;
};
