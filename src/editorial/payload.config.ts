import { existsSync, readFileSync } from 'node:fs';
import { readConfig } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { sealingNamed } from './at-rest/at-rest-of.ts';
import { readBases } from './legal/read-bases.ts';
import { readRetention } from './legal/read-retention.ts';
import { buildStudioConfig } from './studio-config.ts';
import { unreadPath } from './unread-path.ts';

const config = readConfig();

/** Empty while the studio is being built: only a start makes keys, and Payload refuses to start without one. */
const secret = existsSync(config.studioSecretFile) ? readFileSync(config.studioSecretFile, 'utf8').trim() : '';

/** Whoever watches the machine shows it, or we show it to a machine that translates or takes mail. A file that is named and not there is a mistake of the operator. */
const readToken = (file: string | undefined): string | undefined => {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Failure('key-missing', { file }, { cause });
  }
};

export default buildStudioConfig({
  ...config,
  secret,
  metricsToken: readToken(config.metricsTokenFile),
  legalBases: readBases(config.legalBasesFile),
  retention: readRetention(config.retentionFile),
  machine: config.machine && { ...config.machine, key: readToken(config.machine.keyFile) },
  mail: config.mail && { ...config.mail, password: readToken(config.mail.passwordFile) },
  ...sealingNamed(config),
  archiveDir: unreadPath(config.dataDir, 'archive'),
  baseDir: process.cwd(),
});
