import type { Command } from './command.ts';

/** Every command by its name. A command is loaded only when it runs: `--help` must not wait for a CMS. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'archive bag': async () => (await import('./commands/archive-bag.ts')).archiveBag,
  'archive fixity': async () => (await import('./commands/archive-fixity.ts')).archiveFixity,
  'archive ingest': async () => (await import('./commands/archive-ingest.ts')).archiveIngest,
  'archive rebuild': async () => (await import('./commands/archive-rebuild.ts')).archiveRebuild,
  'archive unbag': async () => (await import('./commands/archive-unbag.ts')).archiveUnbag,
  'audit verify': async () => (await import('./commands/audit-verify.ts')).auditVerify,
  'config show': async () => (await import('./commands/config-show.ts')).configShow,
  'demo seed': async () => (await import('./commands/demo-seed.ts')).demoSeed,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  'feed rebuild': async () => (await import('./commands/feed-rebuild.ts')).feedRebuild,
  'feed verify': async () => (await import('./commands/feed-verify.ts')).feedVerify,
  'key create': async () => (await import('./commands/key-create.ts')).keyCreate,
  'memory export': async () => (await import('./commands/memory-export.ts')).memoryExport,
  'memory import': async () => (await import('./commands/memory-import.ts')).memoryImport,
  'names export': async () => (await import('./commands/names-export.ts')).namesExport,
  'names import': async () => (await import('./commands/names-import.ts')).namesImport,
  'names uses': async () => (await import('./commands/names-uses.ts')).namesUses,
  'translation export': async () => (await import('./commands/translation-export.ts')).translationExport,
  'translation import': async () => (await import('./commands/translation-import.ts')).translationImport,
  'user add': async () => (await import('./commands/user-add.ts')).userAdd,
  'user password': async () => (await import('./commands/user-password.ts')).userPassword,
};
