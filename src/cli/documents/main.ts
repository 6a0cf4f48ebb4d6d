import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import { configurationPage } from './configuration-page.ts';
import { errorsPage } from './errors-page.ts';

await writeFile(join(root, 'docs/configuration.md'), configurationPage());
await writeFile(join(root, 'docs/errors.md'), errorsPage());
