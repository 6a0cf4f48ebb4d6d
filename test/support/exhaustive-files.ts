/**
 * What asks everything of everything (every door, every kind, every moment), and what goes a long way by itself (a process that is started,
 * killed and goes on; a bag, a folder, a backup there and back). The usual run asks it of the embedded database; on every database, and
 * longer, `npm run test:long` does. How a database answers, each step of these is tested on both by the files beside it, or by some of its own
 * questions.
 */
export const exhaustiveFiles = [
  'test/access/rights-of-every-kind.int.test.ts',
  'test/access/rights-to-what-programs-keep.int.test.ts',
  'test/access/truth-table.int.test.ts',
  'test/albums/a-bag-of-an-album.int.test.ts',
  'test/albums/pictures-are-taken-into-albums.int.test.ts',
  'test/archive/a-bag-goes-out-and-in.int.test.ts',
  'test/archive/a-bag-is-taken-in.int.test.ts',
  'test/archive/a-bag-is-written.int.test.ts',
  'test/archive/a-changed-bag-is-refused.int.test.ts',
  'test/archive/a-folder-is-taken-in.int.test.ts',
  'test/archive/a-zip-is-taken-in.int.test.ts',
  'test/archive/intake-meets-faults.int.test.ts',
  'test/archive/the-command.int.test.ts',
  'test/backup/an-installation-is-kept.int.test.ts',
  'test/bad-input/anything.int.test.ts',
  'test/bad-input/pictures.int.test.ts',
  'test/bad-input/the-studio-refuses.int.test.ts',
  'test/browser/pages-tell-nothing.browser.test.ts',
  'test/browser/the-road-of-keepers-is-walked.browser.test.ts',
  'test/gate/a-backlog-gives-way.int.test.ts',
  'test/gate/the-gate-as-a-process.int.test.ts',
  'test/gate/the-gate-heals.int.test.ts',
  'test/gate/the-gate-is-killed.int.test.ts',
  'test/media/broken-files.int.test.ts',
  'test/media/large-pictures.int.test.ts',
  'test/names/an-import-is-killed.int.test.ts',
  'test/operator/a-first-start-is-cut-short.int.test.ts',
  'test/operator/an-installation-keeps-its-secrets.int.test.ts',
  'test/operator/state-secrets-stop-a-start.int.test.ts',
  'test/security/doors-by-person.int.test.ts',
  'test/security/every-door-is-walked.int.test.ts',
  'test/security/nothing-is-told-aside.int.test.ts',
  'test/security/random-lives.int.test.ts',
  'test/security/the-hidden-world-is-whole.int.test.ts',
  'test/translation/packs-by-command.int.test.ts',
  'test/whole-road/rights-are-enforced.int.test.ts',
];

/** Set by the project `long` alone. */
export const isLongRun = process.env.LONG_RUN === 'yes';
