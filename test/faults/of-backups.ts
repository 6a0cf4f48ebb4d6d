import { type Fault, fault } from './fault.ts';

const kept = 'test/backup/an-installation-is-kept.int.test.ts';

/** Backups that tell what they hold. */
export const ofBackups: readonly Fault[] = [
  fault(
    'a-backup-in-the-clear',
    56,
    kept,
    'src/backup/sealed-object.ts',
    "for await (const chunk of sealChunks({ key, bound: boundTo('data', name) }, plain)) await file.write(chunk);",
    'for await (const chunk of plain) await file.write(chunk);',
  ),
  fault(
    'names-of-content-in-a-backup',
    56,
    kept,
    'src/backup/keys.ts',
    ".digest('hex'),",
    ".digest('hex').slice(64) + sha256,",
  ),
];
