import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { importMapFile, wantedImportMap } from '#editorial/admin/import-map.ts';

test('the studio finds every component that its configuration names (`npm run import-map` writes the list anew)', async () => {
  expect(await readFile(importMapFile, 'utf8')).toBe(await wantedImportMap());
});
