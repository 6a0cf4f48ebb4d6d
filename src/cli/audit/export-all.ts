import type { Payload } from 'payload';
import { lineFiles } from '#audit-log/paths.ts';
import type { Config } from '#config/config.ts';
import { noteCommand } from '#editorial/audit/command-line.ts';
import { aboutLines } from '#editorial/audit/log-page/asked-lines.ts';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import type { Choice } from '#editorial/gate/audit/chosen-lines.ts';
import { type Exported, exportLines } from '#editorial/gate/audit/export-lines.ts';
import type { LineForm } from '#editorial/gate/audit/line-forms.ts';
import { Failure } from '#errors/failure.ts';
import { openStudio } from '../open-studio.ts';
import { writeWhole } from '../write-whole.ts';

export interface Asked {
  readonly config: Pick<Config, 'gateDir'>;
  readonly file: string;
  readonly form: LineForm;
  readonly since: Date | null;
  readonly before: Date | null;
  /** Address or id of a person; null: all. */
  readonly person: string | null;
  /** Kinds of lines; null: all. */
  readonly kinds?: Choice['kinds'];
}

/** Nobody reads it but whoever asked: it names documents of every level. */
const ownEyes = 0o600;

/** The id of a person, who may be gone: then they are asked for by the id itself. */
const personOf = async (payload: Payload, asked: string): Promise<string> => {
  if (!asked.includes('@')) return asked;
  const where = { email: { equals: asked.trim().toLowerCase() } };
  const { docs } = await payload.find({ collection: 'users', where, limit: 1, depth: 0, overrideAccess: true });
  if (!docs[0]) throw new Failure('user-unknown', { email: asked });
  return String(docs[0].id);
};

/** Says in the log that lines of it went out, which, and of whom. */
const note = (payload: Payload, of: string | null, about: string): Promise<void> => {
  const collection = of === null ? 'audit' : 'users';
  return noteCommand(payload, { action: 'export', collection, documentId: of, about });
};

/**
 * Writes lines of the audit log into a file, which is put in its place only when a line says that it was.
 * @throws Failure `audit-log-missing`, `audit-export-unsound`, `user-unknown`, `source-missing`
 */
export const exportFrom = async (
  payload: Payload,
  { config, file, form, since, before, person, kinds = null }: Asked,
): Promise<Exported> => {
  const dir = auditDirOf(config.gateDir);
  if ((await lineFiles(dir)).length === 0) throw new Failure('audit-log-missing', { folder: dir });
  const of = person === null ? null : await personOf(payload, person);
  const choice: Choice = { since, before, person: of, kinds };
  return writeWhole(
    file,
    async (add) => {
      const exported = await exportLines({ dir, form, choice }, add);
      await note(payload, of, aboutLines(form, choice));
      return exported;
    },
    ownEyes,
  );
};

/** The same, with the studio of the installation. */
export const exportAll = async (asked: Asked & { readonly config: Config }): Promise<Exported> => {
  await using studio = await openStudio(asked.config);
  return await exportFrom(studio.payload, asked);
};
