import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'benthanh-imports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = {
  'main.mjs': `import told from 'a'; console.log(JSON.stringify(told))`,
  'node_modules/a/package.json': '{ "name": "a", "type": "module", "exports": "./index.js" }',
  'node_modules/a/index.js': `
    import { module } from './deep/module.js';
    import old from './old/common.js';
    import other from '../b/other.js';
    const missing = await import('./missing.js').catch(({ code }) => code);
    const again = await import('./deep/module.js?again').then((it) => it.module);
    const folder = await import('./deep').catch(({ code }) => code);
    export default { module, old, other, missing, again, folder, same: (await import('./deep/module.js')).module === module };`,
  'node_modules/a/deep/module.js': 'export const module = { is: import.meta.url.split("/").at(-1) };',
  'node_modules/a/old/package.json': '{ "type": "commonjs" }',
  'node_modules/a/old/common.js': 'module.exports = typeof require;',
  'node_modules/b/package.json': '{ "name": "b" }',
  'node_modules/b/other.js': 'module.exports = typeof module;',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const told = (...args: string[]): unknown =>
  JSON.parse(execFileSync(process.execPath, [...args, join(folder, 'main.mjs')], { encoding: 'utf8' }));

test('packages are read as Node alone reads them', () => {
  const hook = pathToFileURL(join(import.meta.dirname, 'quick-imports.mjs')).href;
  const alone = told();
  expect(alone).toMatchObject({ old: 'function', other: 'object', missing: 'ERR_MODULE_NOT_FOUND', same: true });
  expect(told('--import', hook)).toEqual(alone);
});
