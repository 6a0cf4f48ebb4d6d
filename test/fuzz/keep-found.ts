import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Inputs that have shown a fault, each in a file `<target>.<hash>`: every run of the tests tries them again. */
const folder = join(import.meta.dirname, 'found');

export interface Kept {
  readonly file: string;
  readonly target: string;
  readonly bytes: Uint8Array;
}

/** @returns the path of the file in which it is kept */
export const keepFound = (target: string, bytes: Uint8Array): string => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${target}.${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`);
  writeFileSync(file, bytes);
  return file;
};

export const keptInputs = (): Kept[] =>
  readdirSync(folder)
    .filter((name) => /^[a-z-]+\.[0-9a-f]{12}$/.test(name))
    .sort()
    .map((name) => ({ file: name, target: name.split('.')[0] ?? '', bytes: readFileSync(join(folder, name)) }));
