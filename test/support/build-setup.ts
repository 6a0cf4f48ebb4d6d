import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStudio } from '#cli/start/build-studio.ts';
import { unpackBrowser } from './browser.ts';
import * as databases from './global-setup.ts';

/**
 * Builds the studio once for this test run, where its sources changed, so that no test waits for it; and beside that finds the databases,
 * one of which may have to be built as well. The browser lies where the tests' own folder is, which is taken first.
 */
export const setup = async () => {
  await Promise.all([databases.setup(), build()]);
  await unpackBrowser();
};

export const { teardown } = databases;

const build = async () => {
  const logDir = await mkdtemp(join(tmpdir(), 'benthanh-build-'));
  const built = await buildStudio({ logDir, runDir: logDir }, (seconds) =>
    console.log(seconds === 0 ? 'studio: building, once' : `studio: building for ${seconds} s`),
  );
  await rm(logDir, { recursive: true });
  console.log(built ? 'studio: built' : 'studio: built before, nothing changed');
};
