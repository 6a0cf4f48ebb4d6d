import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const places = ['/usr/lib/softhsm', '/usr/lib/x86_64-linux-gnu/softhsm', '/usr/lib/aarch64-linux-gnu/softhsm'];
const others = ['/usr/local/lib/softhsm', '/opt/homebrew/lib/softhsm'];

/** Library of SoftHSM 2, a token in software, where it is installed (Debian: `softhsm2`). */
export const softModule = [...places, ...others]
  .map((place) => join(place, 'libsofthsm2.so'))
  .find((file) => existsSync(file));

if (!softModule) console.warn('LEFT OUT: there is no SoftHSM 2 here (Debian: softhsm2), so no key was kept in a token');

/** A token of its own in a folder, and the environment in which programs find it. */
export const makeToken = async (folder: string, label: string, pin: string) => {
  const conf = join(folder, 'softhsm2.conf');
  await mkdir(join(folder, 'tokens'), { recursive: true });
  await writeFile(
    conf,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  const env = { SOFTHSM2_CONF: conf };
  const asked = ['--init-token', '--free', '--label', label, '--so-pin', '12345678', '--pin', pin];
  execFileSync('softhsm2-util', asked, { env: { ...process.env, ...env }, stdio: 'ignore' });
  return env;
};
