import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '#cli/commands.ts';
import { configurationPage } from '#cli/documents/configuration-page.ts';
import { errorsPage } from '#cli/documents/errors-page.ts';
import { traditionalWords } from '#cli/documents/traditional-words.ts';
import { variables } from '#config/variables.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md', 'bench/*.md'], { cwd: root });
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;

test('docs/configuration.md says what the schema says (npm run documents)', () => {
  expect(read('docs/configuration.md')).toBe(configurationPage());
});

test('docs/errors.md says what the list of failures says (npm run documents)', () => {
  expect(read('docs/errors.md')).toBe(errorsPage());
});

test('locales/zh-Hant says in Traditional characters what the Chinese words say (npm run documents)', () => {
  const kept = globSync('locales/zh-Hant/*.json', { cwd: root }).map((file) => file.slice('locales/'.length));
  expect(kept.sort()).toEqual([...traditionalWords().keys()].sort());
  for (const [file, words] of traditionalWords()) expect(read(`locales/${file}`), file).toBe(words);
});

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('names only commands that exist', () => {
    const named = [...text.matchAll(/npx benthanh ([a-z]+)(?: ([a-z]+))?/g)].map(([, noun, verb]) => [noun, verb]);
    const unknown = named.filter(
      ([noun, verb]) => !Object.hasOwn(commands, `${noun} ${verb}`) && !Object.hasOwn(commands, `${noun}`),
    );
    expect(unknown).toEqual([]);
  });

  test('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(join(root, dirname(page), decodeURI(link))))).toEqual([]);
  });

  test('names only variables that exist', () => {
    const named = [...text.matchAll(/(?:^|[\s`(])([A-Z]{3,}_[A-Z_]+)(?:=|`)/gm)].map(([, name]) => name ?? '');
    const others = ['MONGODB_URI', 'LC_ALL', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];
    expect(named.filter((name) => !Object.hasOwn(variables, name) && !others.includes(name))).toEqual([]);
  });
});

test('the map in ARCHITECTURE.md shows files that exist', () => {
  const files = [...read('ARCHITECTURE.md').matchAll(/`((?:src|collections|test|media)\/[\w./-]+)`/g)].map(
    ([, file]) => file ?? '',
  );
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('README names the test command and it is the one that npm runs', () => {
  expect(read('README.md')).toContain('npm ci && npm test');
  expect(scripts.test).toMatch(/^vitest run/);
});
