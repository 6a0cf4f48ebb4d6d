import { existsSync, readFileSync } from 'node:fs';
import { readConfig } from '#config/config.ts';
import { buildStudioConfig } from './studio-config.ts';
import { unreadPath } from './unread-path.ts';

const config = readConfig();

/** Empty while the studio is being built: only a start makes keys, and Payload refuses to start without one. */
const secret = existsSync(config.studioSecretFile) ? readFileSync(config.studioSecretFile, 'utf8').trim() : '';

export default buildStudioConfig({
  ...config,
  secret,
  archiveDir: unreadPath(config.dataDir, 'archive'),
  baseDir: process.cwd(),
});
