import type { KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { keyId, toPem } from '#feed/keys.ts';
import { writeWhole } from '../write-whole.ts';

/** Puts these keys, each once, in the place of those that a reader trusts. */
export async function saveTrust(file: string, keys: readonly KeyObject[]): Promise<void> {
  const byId = new Map(keys.map((key) => [keyId(key), toPem(key)]));
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, (add) => add([...byId.values()].join('')), 0o644);
}

/**
 * The one key whose name begins so.
 *
 * @param start hex digits, eight at least, so that nobody revokes a key by a slip of the finger
 * @throws Failure `key-unknown` where there is none, or more than one
 */
export function keyNamed(keys: readonly KeyObject[], start: string, file: string): KeyObject {
  const found = keys.filter((key) => keyId(key).startsWith(start.toLowerCase()));
  const [one] = found;
  if (!/^[0-9a-f]{8,64}$/i.test(start) || one === undefined || found.length > 1)
    throw new Failure('key-unknown', { key: start, file });
  return one;
}
