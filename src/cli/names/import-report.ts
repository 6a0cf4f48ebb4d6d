import { type ImportPlan, toldPlan } from '#editorial/translation/terms/import-names.ts';
import { ownNames } from '#languages/locales.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';

/** Entries that are named one by one; `--json` names all. */
const named = 40;

/** What an import has changed, or would. */
export const importAnswer = (plan: ImportPlan, dryRun: boolean, t: Words): Answer => {
  const told = toldPlan(plan);
  const lines = told.entries.slice(0, named).flatMap(({ act, id, name, forms }) => [
    `  ${act === 'new' ? '+' : '~'} ${name} (${id})`,
    ...forms.map((form) => {
      const status = t(`fields:concepts.status.${form.status}`);
      return `      ${form.act === 'new' ? '+' : '~'} ${ownNames[form.locale]}: ${form.term} · ${status}`;
    }),
  ]);
  const more = told.entries.length > named ? [t('cli:names.more', { more: told.entries.length - named })] : [];
  const { seen: _seen, ...data } = told;
  const counts = { new: told.new, changed: told.changed, same: told.same };
  const head = t(dryRun ? 'cli:names.would' : 'cli:names.imported', counts);
  return { data: { ...data, dryRun }, lines: [head, ...lines, ...more] };
};
