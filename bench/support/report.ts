import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';

/** One measured figure. `ratio` is ours against the baseline of the same run, already turned so that more is better where a goal asks for "at least". */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  readonly ratio: string;
  readonly goal: string;
  readonly met: boolean | null;
}

/** What one bench file has to say: figures, and a sentence on how they were taken. */
export interface Section {
  readonly title: string;
  readonly command: string;
  readonly how: string;
  readonly figures: readonly Figure[];
}

/** Whether a process of ours has said a section. */
export const isSection = (message: unknown): message is Section =>
  typeof message === 'object' && message !== null && 'figures' in message;

const verdict = (met: boolean | null): string => (met === null ? '–' : met ? 'met' : '**missed**');

const table = (figures: readonly Figure[]): string =>
  [
    '| What | Ratio | Ours | Baseline | Goal | |',
    '|---|---|---|---|---|---|',
    ...figures.map(
      (row) => `| ${row.what} | **${row.ratio}** | ${row.ours} | ${row.baseline} | ${row.goal} | ${verdict(row.met)} |`,
    ),
  ].join('\n');

const machine = (): string =>
  `${cpus().length} virtual cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, load generator on the same machine`;

/** Prints a section for the person at the terminal. */
export const printSection = (section: Section): void => {
  console.log(`\n## ${section.title}\n\n${table(section.figures)}\n`);
};

/**
 * Writes the results of a whole run as Markdown, ratios first.
 * @param file path of the file that is replaced
 * @param day date of the run, `YYYY-MM-DD`
 */
export const writeResults = async (file: string, day: string, sections: readonly Section[]): Promise<void> => {
  const parts = sections.map(
    (section) => `## ${section.title}\n\n\`${section.command}\`\n\n${section.how}\n\n${table(section.figures)}\n`,
  );
  const head = `# Results\n\nTaken on ${day} on ${machine()}. Both sides of a ratio come from the same run; only ratios carry over to\nother machines. Made by \`npm run bench\`.\n`;
  await writeFile(file, `${head}\n${parts.join('\n')}`);
};
