import { resolve } from 'node:path';
import type { Answer, Command } from '../command.ts';
import type { Words } from '../words/words.ts';

/** Takes a translation memory (TMX) into the studio's own. The same file again changes nothing. */
export const memoryImport: Command = {
  args: ['file'],
  options: {},
  run: async ({ args }, { config, t }) => {
    const path = resolve(String(args.file));
    const { importTmx } = await import('#editorial/translation/memory/import-tmx.ts');
    const { openStudio } = await import('../open-studio.ts');
    await using studio = await openStudio(config());
    return answerOf(await importTmx(studio.payload, path), t);
  },
};

type Report = Awaited<ReturnType<typeof import('#editorial/translation/memory/import-tmx.ts').importTmx>>;

/** What was taken, and the first things that are wrong in the file. */
function answerOf(report: Report, t: Words): Answer {
  const { taken, known, leftOut, problems, named } = report;
  const rows = [
    ['taken', taken],
    ['known', known],
    ['left-out', leftOut],
  ] as const;
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  const table = rows.map(([row, count]) => `  ${String(count).padStart(width)}  ${t(`cli:memory.row.${row}`)}`);
  const faults = named.map(({ code, line, column, about }) => {
    const place = line === null ? '' : `${line}:${column}  `;
    return `✗ ${place}${t(`exchange:problem.${code}`, { about: about ?? '' })}`;
  });
  const more = problems > named.length ? [t('cli:memory.more', { more: problems - named.length })] : [];
  return { data: report, lines: [...table, ...(faults.length > 0 ? ['', ...faults, ...more] : [])] };
}
