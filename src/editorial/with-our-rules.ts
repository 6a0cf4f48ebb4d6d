import type { Endpoint, SanitizedConfig } from 'payload';
import type { Kind } from '#access/rules.ts';
import { accessOf } from '#collections/access-filter.ts';
import { preferenceEndpoints } from './endpoints/preference-endpoints.ts';

/** What the collections are that Payload brings by itself, and their doors; whatever else it brings is closed to everybody. */
const known: Readonly<Record<string, { kind: Kind; endpoints: readonly Endpoint[] }>> = {
  'payload-preferences': { kind: 'preference', endpoints: preferenceEndpoints },
};

/** Puts Payload's own collections under the one decision, once the configuration is built, and shuts their stock doors. */
export const withOurRules = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue;
    const { kind, endpoints } = known[collection.slug] ?? { kind: 'machinery', endpoints: [] };
    const { create, read, update, delete: remove, unlock } = accessOf(kind);
    Object.assign(collection.access, { create, read, update, delete: remove, unlock });
    collection.endpoints = [...endpoints];
  }
  return config;
};
