import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStudio } from '#cli/start/build-studio.ts';

/**
 * Builds the studio where its sources changed; while another process builds it, waits for that.
 * @param building told the elapsed seconds, at first 0, while a build runs
 * @returns whether there was something to build
 */
export const builtStudio = async (building: (seconds: number) => void = () => {}): Promise<boolean> => {
  const logDir = await mkdtemp(join(tmpdir(), 'benthanh-build-'));
  const built = await buildStudio({ logDir, runDir: logDir }, building);
  await rm(logDir, { recursive: true });
  return built;
};
