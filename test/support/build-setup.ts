import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStudio } from '#cli/start/build-studio.ts';

/** Builds the studio once for this test run, where its sources changed, so that no test waits for it. */
export const setup = async () => {
  const logDir = await mkdtemp(join(tmpdir(), 'benthanh-build-'));
  const built = await buildStudio({ logDir, runDir: logDir }, (seconds) =>
    console.log(seconds === 0 ? 'studio: building, once' : `studio: building for ${seconds} s`),
  );
  console.log(built ? 'studio: built' : 'studio: built before, nothing changed');
};
