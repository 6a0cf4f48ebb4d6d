import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseLockFile } from '../support/lock-file.ts';
import { payloadCalls } from '../support/payload-calls.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const product = globSync('{src,media,collections}/**/*.{ts,tsx,mjs}', { cwd: root, exclude: ['**/*.test.ts*'] });
const installed = Object.keys(parseLockFile(read('package-lock.json')))
  .filter((place) => place !== '')
  .map((place) => place.split('node_modules/').at(-1) ?? '');

/** Plugins that copied documents past their rules, gave the machine away, or keep files where everybody reads them. */
const banned = [
  /^@payloadcms\/(plugin|storage|live-preview|graphql-playground|email)/,
  /^payload-(plugin|puck|cloud)/,
  /^@payloadcms\/(payload-cloud|mcp|sdk)/,
  /^(@aws-sdk\/client-s3|@azure\/storage-blob|@google-cloud\/storage|@vercel\/blob)$/,
];

test('R23 R36 R37 R48: no plugin of Payload and no store that others keep is installed', () => {
  expect(installed).toContain('payload');
  expect(installed.filter((name) => banned.some((pattern) => pattern.test(name)))).toEqual([]);
});

/** Files that speak to Payload by the program’s own rights: each decides by itself who may what. */
const byOwnRights = [
  /^src\/cli\//,
  /^src\/editorial\/(archive|launch|gate)\//,
  /^src\/editorial\/workflow\/(draft-in|marking-store|with-workflow)\.ts$/,
  /^src\/editorial\/translation\/(terms\/(import-names|uses\/name-uses)|acts\/save-words)\.ts$/,
  /^src\/editorial\/(people\/(add-user|person-by-address|grants\/write-standing|sessions\/session-(answer|strategy))|uploads\/settle|desk\/document-languages|archive-screen\/edits\/run-edit)\.ts$/,
];

test('R25: every call of Payload says by whose rights, and few files by their own', () => {
  const calls = payloadCalls(root);
  expect(calls.length).toBeGreaterThan(80);
  expect(calls.filter(({ says }) => says === null).map(({ at }) => at)).toEqual([]);
  const own = calls.filter(({ says }) => says !== 'false').map(({ file }) => file);
  expect(own.filter((file) => !byOwnRights.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(byOwnRights.filter((pattern) => !own.some((file) => pattern.test(file)))).toEqual([]);
});

/** The only files that open a connection, and to what. */
const outward: Record<string, string> = {
  'src/cli/doctor/look-at-services.ts': 'our own services',
  'src/cli/services/health.mjs': 'our own services',
  'src/cli/start/ready.ts': 'our own services',
  'src/editorial/admin/archive/use-archive.ts': 'the studio, from the browser',
  'src/editorial/admin/audit-log/take-lines.ts': 'the studio, from the browser',
  'src/editorial/admin/copies/take-file.ts': 'the studio, from the browser',
  'src/editorial/admin/review-queue/use-act.ts': 'the studio, from the browser',
  'src/editorial/admin/uploads/send-file.ts': 'the studio, from the browser',
  'src/editorial/admin/words/studio-fetch.ts': 'the studio, from the browser',
  'src/editorial/desk/visibility.ts': 'delivery',
  'src/editorial/mail/mailer.ts': 'the mail server that the installation names',
  'src/editorial/translation/machine/ask-machine.ts': 'the machine that the installation names',
  'src/delivery/projection/blobs.ts': 'nothing: what it calls so reads the feed',
  'src/feed/http-source.ts': 'the feed that the installation names',
};
const opening =
  /(?<![\w.])fetch\(|\bhttps?\.(request|get)\(|\b(net|tls)\.connect\(|createTransport\(|new (WebSocket|EventSource|XMLHttpRequest)\b/;

test('R15 R58 R59: few files open a connection, none to an address that a request or a document names', () => {
  const found = product.filter((file) => opening.test(withoutComments(read(file))));
  expect(found.sort()).toEqual(Object.keys(outward).sort());
});

test('R57: nothing is decided before a page is asked for, nor by a page itself', () => {
  expect(globSync('{,src/}{middleware,proxy}.{ts,tsx,js,mjs}', { cwd: root })).toEqual([]);
  const pages = product.filter((file) => file.startsWith('src/app/'));
  expect(pages.length).toBeGreaterThan(3);
  for (const file of pages) expect(read(file), file).not.toMatch(/draftMode|cookies\(/);
});

const withoutComments = (text: string): string => text.replace(/^\s*(\/\*|\*|\/\/).*$/gm, '');
