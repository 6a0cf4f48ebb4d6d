/**
 * The essential roads, walked once more where texts lie sealed in the database: people do there what they do elsewhere, and nothing of it may
 * depend on how a text lies. `npm run test:long` walks them. Left out is what asks lists for words, and what another process does that is
 * given no keys.
 */
export const sealedFiles = [
  'test/archive/many-pictures-are-edited.int.test.ts',
  'test/archive/one-picture-of-two.int.test.ts',
  'test/archive/the-archive-is-asked.int.test.ts',
  'test/backup/an-installation-is-kept.int.test.ts',
  'test/gate/an-article-travels.int.test.ts',
  'test/gate/only-what-may-be-public.int.test.ts',
  'test/publishing/a-language-opens-at-the-newest.int.test.ts',
  'test/publishing/nobody-overwrites-anybody.int.test.ts',
  'test/publishing/one-language.int.test.ts',
  'test/publishing/workflow.int.test.ts',
  'test/security/copies-are-counted.int.test.ts',
  'test/security/deeds-leave-a-line.int.test.ts',
  'test/security/lowering-takes-two.int.test.ts',
  'test/security/old-pictures-are-reviewed.int.test.ts',
  'test/translation/a-source-that-changes.int.test.ts',
  'test/translation/passages-are-talked-about.int.test.ts',
  'test/translation/the-table-is-asked.int.test.ts',
  'test/translation/two-people-one-segment.int.test.ts',
  'test/uploads/a-batch-says-what-holds.int.test.ts',
];

/** Set by the project `long-sealed` alone: every studio that says nothing of keys has some. */
export const isSealedRun = process.env.SEALED_TEXTS === 'yes';
