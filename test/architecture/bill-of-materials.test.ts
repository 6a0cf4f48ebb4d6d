import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const { scripts, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

const bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.looseObject({ purl: z.string(), hashes: z.array(z.looseObject({ alg: z.string(), content: z.string() })) }),
  ),
});

/** Tools of development are in it too, marked as such: npm leaves out what production needs as well when it is told to leave them out. */
test('each build writes down what it is made of, every package of production with its version and hash', () => {
  expect(scripts.build).toContain('bill-of-materials');
  const [command = '', file] = (scripts['bill-of-materials'] ?? '').split(' > ');
  expect(file).toMatch(/^\.next\//);
  const [npm = '', ...args] = command.split(' ');
  const told = execFileSync(npm, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { components } = bill.parse(JSON.parse(told));
  const named = new Map(components.map(({ purl, hashes }) => [decodeURIComponent(purl), hashes]));
  for (const [name, version] of Object.entries(dependencies))
    expect(named.get(`pkg:npm/${name}@${version}`)?.[0]?.alg, name).toBe('SHA-512');
  expect(components.length).toBeGreaterThan(400);
});
