import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#config/config.ts';
import { buildStudioConfig } from './studio-config.ts';

const config = readConfig();

/** Empty while the studio is being built: only a start makes keys, and Payload refuses to start without one. */
const secret = existsSync(config.studioSecretFile) ? readFileSync(config.studioSecretFile, 'utf8').trim() : '';

export default buildStudioConfig({
  ...config,
  secret,
  archiveDir: join(config.dataDir, 'archive'),
  baseDir: process.cwd(),
});
