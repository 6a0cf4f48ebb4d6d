/**
 * What asks everything of everything: every door, every kind, every moment. The usual run asks it of the embedded database; on every
 * database, and longer, `npm run test:long` does. What each of these rules says is tested on both by the files beside it, or by some of
 * its own questions.
 */
export const exhaustiveFiles = [
  'test/access/rights-of-every-kind.int.test.ts',
  'test/access/rights-to-what-programs-keep.int.test.ts',
  'test/archive/a-changed-bag-is-refused.int.test.ts',
  'test/bad-input/pictures.int.test.ts',
  'test/operator/a-first-start-is-cut-short.int.test.ts',
  'test/security/doors-by-person.int.test.ts',
  'test/security/every-door-is-walked.int.test.ts',
  'test/security/nothing-is-told-aside.int.test.ts',
  'test/security/random-lives.int.test.ts',
];

/** Set by the project `long` alone. */
export const isLongRun = process.env.LONG_RUN === 'yes';
