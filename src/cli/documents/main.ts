import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';
import { configurationPage } from './configuration-page.ts';
import { errorsPage } from './errors-page.ts';
import { traditionalWords } from './traditional-words.ts';

await writeFile(join(root, 'docs/configuration.md'), configurationPage());
await writeFile(join(root, 'docs/errors.md'), errorsPage());
for (const [path, words] of traditionalWords()) {
  const file = join(root, 'locales', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, words);
}
