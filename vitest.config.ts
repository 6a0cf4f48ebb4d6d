import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { exhaustiveFiles } from './test/support/exhaustive-files.ts';
import { filesInTurn } from './test/support/files-in-turn.ts';
import { LongestFirst } from './test/support/longest-first.ts';
import { sealedFiles } from './test/support/sealed-files.ts';

const exclude = ['**/node_modules/**', '.next/**', 'data/**'];

/** Real servers and databases take their time on a small machine; no test asserts how long. */
const minutes = (count: number) => count * 60_000;

/** What a page shows in the end it need not show at once. */
const patient = { poll: { timeout: 15_000, interval: 100 } };

/**
 * Files that share a process read Payload once for all of them, a third of the work of a run. Each starts what it needs and
 * leaves nothing: what a file changes in its process it puts back.
 */
const isolate = false;

/**
 * Three files at a time on two cores: each waits now and then for a page, a process or a clock, and a third uses the core
 * meanwhile. Files that need nothing of each other are one group: between two groups a core would stand idle until the last is done.
 */
const together = { maxWorkers: 3, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Those first that build: what others need as well is found beside it
    projects: [
      {
        test: {
          name: 'operator',
          include: ['test/operator/*.int.test.ts'],
          exclude,
          globalSetup: 'test/support/build-setup.ts',
          setupFiles: 'test/support/await-build.ts',
          testTimeout: minutes(20),
          hookTimeout: minutes(10),
          ...together,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.browser.test.ts'],
          exclude,
          globalSetup: 'test/support/build-setup.ts',
          setupFiles: 'test/support/await-build.ts',
          testTimeout: minutes(10),
          hookTimeout: minutes(10),
          expect: patient,
          ...together,
        },
      },
      {
        test: {
          name: 'unit',
          isolate,
          include: ['{src,media,collections,locales,bench,test/fuzz}/**/*.test.ts'],
          exclude,
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'int',
          isolate,
          include: ['test/**/*.int.test.ts'],
          exclude: [...exclude, 'test/operator/**'],
          globalSetup: 'test/support/global-setup.ts',
          setupFiles: 'test/support/quick-passwords.ts',
          testTimeout: minutes(2),
          hookTimeout: minutes(5),
          ...together,
        },
      },
      {
        test: {
          name: 'long',
          include: exhaustiveFiles,
          exclude,
          env: { LONG_RUN: 'yes' },
          globalSetup: 'test/support/build-setup.ts',
          setupFiles: ['test/support/quick-passwords.ts', 'test/support/await-build.ts'],
          testTimeout: minutes(20),
          hookTimeout: minutes(10),
          expect: patient,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'long-sealed',
          isolate,
          include: sealedFiles,
          exclude,
          env: { SEALED_TEXTS: 'yes' },
          globalSetup: 'test/support/global-setup.ts',
          setupFiles: 'test/support/quick-passwords.ts',
          testTimeout: minutes(4),
          hookTimeout: minutes(5),
          maxWorkers: 2,
          sequence: { groupOrder: 5 },
        },
      },
      {
        test: {
          name: 'long-mongodb',
          isolate,
          include: filesInTurn,
          exclude,
          env: { MONGODB_ALONE: 'yes' },
          globalSetup: 'test/support/global-setup.ts',
          setupFiles: 'test/support/quick-passwords.ts',
          testTimeout: minutes(4),
          hookTimeout: minutes(5),
          maxWorkers: 2,
          sequence: { groupOrder: 6 },
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['test/architecture/*.test.ts'],
          exclude,
          testTimeout: minutes(5),
          hookTimeout: minutes(5),
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
