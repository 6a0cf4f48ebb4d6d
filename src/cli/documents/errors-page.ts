import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Audience, failures } from '#errors/failures.ts';
import { root } from '../root.ts';

const head = `# Errors

Made from \`src/errors/failures.ts\` and \`locales/en/errors.json\` by \`npm run documents\`; \`npm run check\` refuses a page
that says something else.

Programs compare the code; it never changes its meaning. People read the words, in Vietnamese, English, French or Chinese.
`;

const sections: readonly [Audience, string][] = [
  ['public', 'What a reader of the public API may meet'],
  ['studio', 'What a person in the studio may meet'],
  ['operator', 'What an operator may meet'],
];

/** docs/errors.md as the closed list of failures says it. */
export function errorsPage(): string {
  const words: Record<string, string> = JSON.parse(readFileSync(join(root, 'locales/en/errors.json'), 'utf8'));
  const parts = sections.map(([audience, title]) => `\n## ${title}\n\n${tableOf(audience, words)}\n`);
  return head + parts.join('');
}

function tableOf(audience: Audience, words: Readonly<Record<string, string>>): string {
  const rows = Object.entries(failures)
    .filter(([, kind]) => kind.audience === audience)
    .map(
      ([code, { status }]) =>
        `| \`${code}\` | ${audience === 'operator' ? '' : status} | ${oneLine(words[code] ?? '')} |`,
    );
  return ['| Code | Status | Words |', '|---|---|---|', ...rows].join('\n');
}

/** Words as a cell of a table; another key that i18next would fill in stands as what it is about. */
const oneLine = (text: string): string =>
  text
    .replace(/\$t\(\w+:([\w.]+?)\.?{{(\w+)}}\)/g, '{{$2}}')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
