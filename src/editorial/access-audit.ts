import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload';
import { isOurRule } from '#collections/access-filter.ts';
import { Failure } from '#errors/failure.ts';
import { switchesLeftOn } from './access-audit-switches.ts';

const always = ['create', 'read', 'update', 'delete', 'unlock'] as const;

const operationsOf = (collection: SanitizedCollectionConfig): string[] => [
  ...always,
  ...(collection.versions ? ['readVersions'] : []),
  ...(collection.auth ? ['admin'] : []),
];

const withoutRule = (slug: string, access: object, operations: readonly string[]): string[] => {
  const rules = access as Record<string, unknown>;
  return operations.filter((operation) => !isOurRule(rules[operation])).map((operation) => `${slug}.${operation}`);
};

/** Operations of a built configuration, ours and Payload's own, that do not ask `decide`. */
export const rulesMissing = (config: SanitizedConfig): string[] => [
  ...config.collections.flatMap((collection) =>
    withoutRule(collection.slug, collection.access, operationsOf(collection)),
  ),
  ...(config.globals ?? []).flatMap((global) =>
    withoutRule(global.slug, global.access, ['read', 'update', 'readVersions']),
  ),
];

/**
 * Looks at the configuration as Payload has built it, plugins and defaults included: any operation without a rule of
 * ours would be open to whoever is signed in.
 *
 * @throws Failure `access-rule-missing` naming every operation and switch at fault
 */
export const auditAccess = (config: SanitizedConfig): void => {
  const faults = [...rulesMissing(config), ...switchesLeftOn(config)];
  if (faults.length > 0) throw new Failure('access-rule-missing', { rules: faults.join(', ') });
};
