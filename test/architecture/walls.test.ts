import { cp, glob, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruiseFolder, readRules } from '../support/depcruise.ts';
import { innocent, plants } from './planted-violations.ts';

const root = resolve(import.meta.dirname, '../..');
const rules = await readRules(join(root, '.dependency-cruiser.mjs'));

describe('the walls between rooms', () => {
  let folder: string;
  let seen: Awaited<ReturnType<typeof cruiseFolder>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benthanh-walls-'));
    await plantEverything(folder);
    seen = await cruiseFolder(folder, ['src', 'media', 'collections']);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('every rule has a planted violation', () => {
    expect(new Set(plants.map((plant) => plant.rule))).toEqual(new Set(rules.map((rule) => rule.name)));
  });

  test.each(plants)('$rule sees $file', ({ rule, file }) => {
    const found = seen.summary.violations.filter((one) => one.rule.name === rule);
    expect(found.flatMap(({ from, to }) => [from, to])).toContain(file);
  });

  test('innocent files break nothing', () => {
    const guilty = new Set(seen.summary.violations.map((one) => one.from));
    expect(innocent.filter((file) => guilty.has(file))).toEqual([]);
  });
});

test('every rule is an error and tells the right way', () => {
  for (const rule of rules) {
    expect(rule.severity).toBe('error');
    expect(rule.comment).toMatch(/\. |\bbelongs?\b/);
  }
});

test('the check prints what a rule tells', async () => {
  const scripts = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).scripts;
  expect(scripts['check:walls']).toContain('--output-type err-long');
});

test('every source file is cruised, and its imports with it', async () => {
  const seen = await cruiseFolder(root, ['src', 'media', 'collections']);
  const cruised = new Set(seen.modules.map((module) => module.source));
  const onDisk: string[] = [];
  for await (const file of glob('{src,media,collections}/**/*.{ts,tsx}', { cwd: root })) onDisk.push(file);

  expect(onDisk.length).toBeGreaterThan(100);
  expect(onDisk.filter((file) => !cruised.has(file) && !file.endsWith('.d.ts'))).toEqual([]);
  expect(seen.modules.flatMap((module) => module.dependencies).length).toBeGreaterThan(onDisk.length);
});

/** A small copy of the house in which every wall is broken somewhere. */
async function plantEverything(folder: string): Promise<void> {
  for (const file of ['.dependency-cruiser.mjs', 'package.json', 'tsconfig.json']) {
    await cp(join(root, file), join(folder, file));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const file of innocent) await write(join(folder, file), []);
  for (const { file, imports } of plants) await write(join(folder, file), imports);
}

async function write(file: string, imports: readonly string[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, [...imports.map((name) => `import '${name}';`), 'export const planted = true;', ''].join('\n'));
}
