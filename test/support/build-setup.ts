import { unpackBrowser } from './browser.ts';
import { builtStudio } from './built-studio.ts';
import * as databases from './global-setup.ts';

/** Each vitest project loads this file by itself, so that only the process as a whole can remember the one build. */
const holder = globalThis as { benthanhBuild?: Promise<void> | undefined };

/**
 * Begins to build the studio, once for this test run, where its sources changed. What needs none is tested meanwhile; files
 * that start one wait for it (`await-build.ts`). The browser lies where the tests' own folder is, which is taken first.
 */
export const setup = async () => {
  await databases.setup();
  holder.benthanhBuild ??= build();
  await unpackBrowser();
};

export const teardown = async () => {
  // A run that is over sooner leaves no build behind
  await holder.benthanhBuild;
  await databases.teardown();
};

/** Says how the build goes. One that fails is named here; every file that waits for it tries again, and fails in its turn. */
const build = async (): Promise<void> => {
  try {
    const built = await builtStudio((seconds) =>
      console.log(seconds === 0 ? 'studio: building, once' : `studio: building for ${seconds} s`),
    );
    console.log(built ? 'studio: built' : 'studio: built before, nothing changed');
    // Files that begin from now on need not ask
    process.env.STUDIO_BUILT = 'yes';
  } catch (error) {
    console.error('studio: NOT BUILT', error);
  }
};
