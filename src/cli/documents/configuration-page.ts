import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Service, serviceVariables } from '#config/service-environment.ts';
import { type Variable, type VariableName, variables } from '#config/variables.ts';
import { root } from '../root.ts';

const head = `# Configuration

Made from \`src/config/variables.ts\` by \`npm run documents\`; \`npm run check\` refuses a page that says something else.

Every variable may be left out. An empty value counts as unset. A wrong value stops the program with one message that names
the variable, the value and what is expected. \`npx benthanh config show\` prints what an installation is told.

`;

/** docs/configuration.md as the schema in src/config says it. */
export function configurationPage(): string {
  const words = JSON.parse(readFileSync(join(root, 'locales/en/cli.json'), 'utf8'));
  const rows = Object.entries(variables).map(([name, variable]: [string, Variable]) => {
    const fallback = variable.fallback === undefined ? 'unset' : `\`${variable.fallback || '(empty)'}\``;
    return `| \`${name}\` | ${fallback} | ${words[`expected.${variable.kind}`]} | ${variable.about} | ${toldTo(name)} |`;
  });
  const table = ['| Variable | If unset | Value | Meaning | Told to |', '|---|---|---|---|---|', ...rows];
  return `${head}${table.join('\n')}\n`;
}

const services: readonly Service[] = ['studio', 'gate', 'delivery'];

const toldTo = (name: string): string =>
  services.filter((service) => serviceVariables[service].includes(name as VariableName)).join(', ');
