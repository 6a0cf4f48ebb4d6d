import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lostFrom, type Platform, parseLockFile, withoutBuildFor } from '../support/lock-file.ts';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
const lock = parseLockFile(text);
const installed = Object.entries(lock).filter(([place]) => place !== '');

/** Where somebody may type `npm ci`. */
const platforms: Platform[] = [
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'linux', cpu: 'x64', libc: 'musl' },
  { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { os: 'linux', cpu: 'arm64', libc: 'musl' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
  { os: 'win32', cpu: 'x64' },
];

/** `npm install` beside a node_modules of one platform drops the others from the lock: CONTRIBUTING.md tells the way. */
describe('package-lock.json', () => {
  test('holds every platform’s build that a package asks for', () => {
    expect(installed.length).toBeGreaterThan(500);
    expect(lostFrom(lock)).toEqual([]);
  });

  test.each(platforms.map((one) => [Object.values(one).join(' '), one] as const))(
    'has a build of everything for %s',
    (_, platform) => {
      expect(withoutBuildFor(lock, platform)).toEqual([]);
    },
  );

  test('proves every package by its hash, those of other platforms too', () => {
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual(
      [],
    );
  });

  test('names no registry', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(text).not.toMatch(/registry|npmjs/i);
  });

  /** Two in one process, and a picture is decoded by whichever was loaded first: which flaws are mended is luck then. */
  test('brings one libvips, whatever needs it and on whichever platform', () => {
    const builds = installed.filter(([place]) => /(^|\/)node_modules\/@img\/sharp-libvips-[^/]+$/.test(place));
    expect(builds.length).toBeGreaterThan(5);
    expect([...new Set(builds.map(([, { version }]) => version))]).toHaveLength(1);
    const names = builds.map(([place]) => place.split('/').at(-1));
    expect(names).toEqual([...new Set(names)]);
    const sharps = installed.filter(([place]) => place.endsWith('node_modules/sharp'));
    expect(sharps.map(([place]) => place)).toEqual(['node_modules/sharp']);
  });

  test('is seen through when it lost a platform', () => {
    const { 'node_modules/@next/swc-darwin-arm64': _lost, ...rest } = lock;
    expect(lostFrom(rest)).toEqual(['@next/swc-darwin-arm64 of node_modules/next']);
    expect(withoutBuildFor(rest, { os: 'darwin', cpu: 'arm64' })).toEqual(['node_modules/next']);
  });
});
