import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';

/** Every file that the built studio is made of: a change in one of them, and in nothing else, asks for a new build. */
const inputs = [
  'src/{app,editorial,access,config,errors,feed,languages,record,translation}/**/*.{ts,tsx,css,scss,svg,js,json}',
  'src/{audit-log,isolation,sealing,secrecy,zip}/**/*.ts',
  '{collections,media}/**/*.{ts,json}',
  'locales/**/*.json',
  'public/**/*',
  'src/instrumentation-client.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

/** Names of all inputs, in their order. */
export async function inputFiles(folder = root): Promise<string[]> {
  const files: string[] = [];
  const exclude = (name: string) => name.endsWith('.test.ts');
  for await (const file of glob(inputs, { cwd: folder, exclude })) files.push(file);
  return files.sort();
}

/** A hash over names and bytes of all inputs. */
export async function hashInputs(folder = root): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await inputFiles(folder)) {
    const bytes = await readFile(join(folder, file)).catch(() => Buffer.alloc(0));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
