import { z } from 'zod';

const packaged = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  os: z.array(z.string()).optional(),
  cpu: z.array(z.string()).optional(),
  libc: z.array(z.string()).optional(),
});
export type Packaged = z.infer<typeof packaged>;

/** package-lock.json: every place below the project folder at which a package is installed, `''` for the project itself. */
export type LockFile = Readonly<Record<string, Packaged>>;

export const parseLockFile = (text: string): LockFile =>
  z.looseObject({ packages: z.record(z.string(), packaged) }).parse(JSON.parse(text)).packages;

/** A kind of machine, as npm tells them apart. */
export interface Platform {
  readonly os: string;
  readonly cpu: string;
  readonly libc?: string;
}

/**
 * Packages that another one asks for as optional, builds for one platform above all, and that the lock does not hold.
 * `npm ci` on that platform would leave them out without a word.
 */
export const lostFrom = (lock: LockFile): string[] =>
  Object.entries(lock).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => resolveFrom(lock, place, name) === undefined)
      .map((name) => `${name} of ${place}`),
  );

/** Packages that come as one build for each platform, and have none for this one. */
export const withoutBuildFor = (lock: LockFile, platform: Platform): string[] =>
  Object.entries(lock).flatMap(([place, { optionalDependencies }]) => {
    const builds = Object.keys(optionalDependencies).flatMap((name) => resolveFrom(lock, place, name) ?? []);
    const native = builds.filter(({ os, cpu }) => os !== undefined && cpu !== undefined);
    return native.length > 1 && !native.some((build) => runsOn(build, platform)) ? [place] : [];
  });

const runsOn = ({ os, cpu, libc }: Packaged, platform: Platform): boolean =>
  os?.includes(platform.os) === true &&
  cpu?.includes(platform.cpu) === true &&
  (libc === undefined || platform.libc === undefined || libc.includes(platform.libc));

/** Finds a package as Node does: below the one that asks, then one floor up after the other. */
const resolveFrom = (lock: LockFile, place: string, name: string): Packaged | undefined =>
  lock[`${place === '' ? '' : `${place}/`}node_modules/${name}`] ??
  (place === '' ? undefined : resolveFrom(lock, above(place), name));

const above = (place: string): string => place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')));
