import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload';

/** Collections that plugins bring which copy documents past their rules. */
const broughtByPlugins = ['search', 'exports', 'imports', 'forms', 'form-submissions', 'redirects', 'payload-folders'];

const closedAddresses = ['/forgot-password', '/reset-password', '/first-register', '/verify/:id', '/login', '/logout'];
const ownAddresses = ['/refresh-token', '/unlock'];

/** Whether the first endpoint that answers a path is one of ours and not Payload's. */
const isClosed = (collection: SanitizedCollectionConfig, path: string): boolean => {
  const answers = (collection.endpoints || []).filter((endpoint) => endpoint.path === path);
  return answers.length > 1 || answers.length === 0;
};

const ofCollection = (collection: SanitizedCollectionConfig): string[] => {
  const { slug, auth } = collection;
  const faults: [boolean, string][] = [
    [Boolean(collection.upload), 'upload'],
    [collection.lockDocuments !== false, 'lockDocuments'],
    [Boolean(collection.orderable), 'orderable'],
    [Boolean(collection.trash), 'trash'],
    [Boolean(collection.folders), 'folders'],
    [Boolean(collection.enableQueryPresets), 'enableQueryPresets'],
    [Boolean(auth?.useAPIKey), 'auth.useAPIKey'],
    [Boolean(auth) && auth.useSessions !== true, 'auth.useSessions'],
    [Boolean(auth) && auth.cookies?.sameSite !== 'Strict', 'auth.cookies.sameSite'],
    ...[...closedAddresses, ...ownAddresses].map((path): [boolean, string] => [
      Boolean(auth) && !isClosed(collection, path),
      path,
    ]),
    [broughtByPlugins.includes(slug), 'plugin'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, name]) => `${slug}.${name}`);
};

/** The job queue has no door, nobody speaks to it by Payload's own rights, and no clock of Payload's runs it. */
const hasOpenJobs = ({ jobs, collections }: SanitizedConfig): boolean => {
  if (jobs?.enabled !== true) return false;
  const doors = collections.find(({ slug }) => slug === 'payload-jobs')?.endpoints;
  const { queue, run, cancel } = jobs.access ?? {};
  return doors === undefined || (doors || []).length > 0 || !queue || !run || !cancel || jobs.autoRun !== undefined;
};

/** Switches of a built configuration that stand as they must not. */
export const switchesLeftOn = (config: SanitizedConfig): string[] => {
  const faults: [boolean, string][] = [
    [config.graphQL?.disable !== true, 'graphQL'],
    [config.telemetry !== false, 'telemetry'],
    [config.admin.avatar !== 'default', 'admin.avatar'],
    [Boolean(config.admin.autoLogin), 'admin.autoLogin'],
    [Boolean(config.debug), 'debug'],
    [config.maxDepth > 2, 'maxDepth'],
    [hasOpenJobs(config), 'jobs'],
    [(config.globals ?? []).length > 0, 'globals'],
    [(config.plugins ?? []).length > 0, 'plugins'],
    [config.cors === '*' || (Array.isArray(config.cors) && config.cors.length > 0), 'cors'],
    [
      Boolean(config.localization) && config.localization !== false && Boolean(config.localization.fallback),
      'fallback',
    ],
  ];
  return [
    ...faults.filter(([isFault]) => isFault).map(([, name]) => name),
    ...config.collections.flatMap(ofCollection),
  ];
};
