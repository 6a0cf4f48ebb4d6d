import type { KeyObject } from 'node:crypto';
import { access } from 'node:fs/promises';
import { loadSigningKey, loadTrust, newSigningKey, publicHalf, saveKey } from './keys.ts';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * The signing key and the trusted keys of an installation, made on the first start. An existing file is never replaced:
 * whoever changes keys puts the new public half into the trust file beside the old one first.
 *
 * @throws Failure `key-invalid` when a file holds something else than a key of its kind.
 */
export const ensureKeys = async (files: {
  readonly signingKeyFile: string;
  readonly trustFile: string;
}): Promise<{ key: KeyObject; trust: KeyObject[] }> => {
  if (!(await exists(files.signingKeyFile))) await saveKey(files.signingKeyFile, newSigningKey());
  const key = await loadSigningKey(files.signingKeyFile);
  if (!(await exists(files.trustFile))) await saveKey(files.trustFile, publicHalf(key), 0o644);
  return { key, trust: await loadTrust(files.trustFile) };
};
