import type { Command } from './command.ts';
import { commands } from './commands.ts';
import type { Words } from './words/words.ts';

/** All commands, one a line. */
export function generalHelp(t: Words): string[] {
  const names = Object.keys(commands);
  const width = Math.max(...names.map((name) => name.length));
  return [
    t('cli:help.usage', { command: 'npx benthanh …' }),
    '',
    ...names.map((name) => `  ${name.padEnd(width)}  ${t(`cli:${name}`)}`),
    '',
    t('cli:help.everywhere'),
  ];
}

/** One command with its arguments and options. */
export function commandHelp(name: string, command: Command, t: Words): string[] {
  const args = command.args.map((arg) => `<${arg}>`);
  const options = Object.entries(command.options).map(([option, kind]) => {
    const shown = kind.type === 'boolean' ? `--${option}` : `--${option} <…>`;
    return `  ${shown.padEnd(24)}  ${t(`cli:${name} --${option}`)}${kind.multiple ? ` ${t('cli:help.repeatable')}` : ''}`;
  });
  return [
    t('cli:help.usage', { command: ['npx benthanh', name, ...args].join(' ') }),
    '',
    t(`cli:${name}`),
    ...(options.length > 0 ? ['', ...options] : []),
    '',
    t('cli:help.everywhere'),
  ];
}
