import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Service, serviceVariables } from '#config/service-environment.ts';
import { readCompose, readStages } from '../support/compose.ts';

const root = resolve(import.meta.dirname, '../..');
const left = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Folders that the Dockerfile copies whole. */
const copied = [...readFileSync(join(root, 'Dockerfile'), 'utf8').matchAll(/^COPY (\w[\w/]*) \1$/gm)].map(
  ([, folder]) => folder ?? '',
);

test('no image of a container holds a test', () => {
  expect(copied).toEqual(expect.arrayContaining(['src', 'media', 'collections']));
  const tests = copied.flatMap((folder) => globSync(`${folder}/**/*.test.{ts,tsx}`, { cwd: root }));
  expect(tests.length).toBeGreaterThan(50);
  expect(tests.filter((file) => !left.some((pattern) => matchesGlob(file, pattern)))).toEqual([]);
});

const services = Object.entries(readCompose().services).flatMap(([name, { build, environment }]) =>
  build ? [{ name, process: build.target as Service, environment }] : [],
);

/** Said by another variable here, or of no use to one of two nodes. */
const unsaid: readonly (readonly [name: string, variable: string])[] = [
  ['studio', 'DATABASE_URL'],
  ['gate', 'DATABASE_URL'],
  // It follows a node over HTTP and has no folder to hand out
  ['delivery-2', 'FEED_SHARE_PORT'],
];

test.each(services)('docker-compose.yml tells $name everything that its process may be told', (service) => {
  const { name, process, environment } = service;
  const said = serviceVariables[process].filter((one) => !unsaid.some(([of, what]) => of === name && what === one));
  expect(said.filter((variable) => !Object.hasOwn(environment, variable))).toEqual([]);
  expect(unsaid.filter(([of, what]) => of === name && Object.hasOwn(environment, what))).toEqual([]);
  // What is asked for by a name is asked for by its own
  const asked = Object.entries(environment).flatMap(([variable, value]) => {
    const by = /^\$\{(\w+)/.exec(value)?.[1];
    return by === undefined || by === variable ? [] : [[variable, by]];
  });
  expect(asked).toEqual([]);
});

test('what two processes are told by one name, they are told alike', () => {
  const told = services.flatMap(({ process, environment }) =>
    Object.entries(environment).map(([variable, value]) => ({ process, variable, value })),
  );
  // A folder that one writes and others read, and each its own way to it
  const own = ['FEED_URL', 'DATABASE_URL_FILE'];
  const wrong = told.filter(
    ({ variable, value }) =>
      !own.includes(variable) && told.some((one) => one.variable === variable && one.value !== value),
  );
  expect(wrong).toEqual([]);
});

const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> };

/** The file of ours that is imported by a name; null: it is a package. */
const fileOf = (name: string, from: string): string | null => {
  if (name.startsWith('.')) return resolve(dirname(from), name);
  const room = name.slice(0, name.indexOf('/') + 1);
  const place = imports[`${room}*`];
  return place === undefined ? null : resolve(root, place.replace('*', name.slice(room.length)));
};

const imported = /(?:from|import)\s*\(?\s*'([^']+)'/g;

/** Files that a program needs, from its first one on. What only types are taken from is not asked for when it runs. */
const neededBy = (entry: string): string[] => {
  const needed = new Set<string>();
  const open = [join(root, entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (needed.has(file) || !existsSync(file)) continue;
    needed.add(file);
    const text = readFileSync(file, 'utf8').replace(/^(?:import|export) type [^;]*;$/gm, '');
    open.push(...[...text.matchAll(imported)].flatMap(([, name = '']) => fileOf(name, file) ?? []));
  }
  return [...needed].map((file) => relative(root, file));
};

test.each([
  ['delivery', 'src/delivery/main.ts'],
  ['gate', 'src/editorial/gate/main.ts'],
])('the image of %s holds every file that its program imports', (stage, entry) => {
  const stages = readStages();
  const holds: string[] = [];
  for (let at = stages.find(({ name }) => name === stage); at; at = stages.find(({ name }) => name === at?.from))
    holds.push(...at.lines.flatMap((line) => /^COPY (?!--)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []));
  const needed = neededBy(entry);
  expect(needed.length).toBeGreaterThan(100);
  const isHeld = (file: string) => holds.some((place) => file === place || file.startsWith(`${place}/`));
  expect(needed.filter((file) => !isHeld(file))).toEqual([]);
});
