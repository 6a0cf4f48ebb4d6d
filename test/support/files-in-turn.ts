/**
 * Files of which the usual run asks the embedded database alone, for its time, and `npm run test:long` MongoDB. What they say to a database
 * is said to both in the usual run by others: saves and versions, publishing, marking, lowering, seals, the audit log, the gate, sessions,
 * lists and counts, the archive's questions, segments, uploads. Here it is one more road on which that is put together.
 */
export const filesInTurn = [
  'test/access/passkeys.int.test.ts',
  'test/access/second-factor.int.test.ts',
  'test/albums/an-album-travels.int.test.ts',
  'test/archive/a-key-is-out-of-reach.int.test.ts',
  'test/archive/a-picture-is-deleted-by-two.int.test.ts',
  'test/archive/a-picture-is-looked-into.int.test.ts',
  'test/archive/many-pictures-are-edited.int.test.ts',
  'test/archive/masters-are-sealed.int.test.ts',
  'test/archive/one-picture-of-two.int.test.ts',
  'test/archive/texts-are-sealed.int.test.ts',
  'test/archive/the-archive-is-rebuilt.int.test.ts',
  'test/archive/what-files-say-becomes-fields.int.test.ts',
  'test/desk/rights-that-end.int.test.ts',
  'test/desk/what-waits.int.test.ts',
  'test/gate/words-of-secrecy-are-held.int.test.ts',
  'test/launches/languages-go-together.int.test.ts',
  'test/launches/nothing-is-half.int.test.ts',
  'test/media/every-photograph.int.test.ts',
  'test/names/the-command.int.test.ts',
  'test/security/audit-lines-are-exported.int.test.ts',
  'test/security/bags-use-permissions.int.test.ts',
  'test/security/copies-are-counted.int.test.ts',
  'test/security/files-stay-inside.int.test.ts',
  'test/security/old-pictures-are-reviewed.int.test.ts',
  'test/security/questions-tell-nothing.int.test.ts',
  'test/security/r52-nothing-falls-alone.int.test.ts',
  'test/security/reading-leaves-a-line.int.test.ts',
  'test/security/refusals-leave-a-line.int.test.ts',
  'test/security/seals-are-those-of-markings.int.test.ts',
  'test/translation/a-machine-helps.int.test.ts',
  'test/translation/a-source-that-changes.int.test.ts',
  'test/translation/away-from-the-desk.int.test.ts',
  'test/translation/what-the-public-is-told.int.test.ts',
  'test/translation/work-is-given-out.int.test.ts',
  'test/uploads/pieces-become-pictures.int.test.ts',
  'test/uploads/the-same-bytes-at-once.int.test.ts',
];

/** Set by the project `long-mongodb` alone. */
export const isMongodbRun = process.env.MONGODB_ALONE === 'yes';
