import type { Command } from '../command.ts';
import { withoutPassword } from '../words/without-password.ts';

/** Says what this installation is told by its environment, without the password of the database. */
export const configShow: Command = {
  args: [],
  options: {},
  run: async (_, { config }) => {
    const shown = Object.fromEntries(Object.entries(config()).map(([name, value]) => [name, shownOf(value)]));
    return { data: shown, lines: Object.entries(shown).map(([name, value]) => `${name.padEnd(18)}${said(value)}`) };
  },
};

const shownOf = (value: unknown) => (typeof value === 'string' ? withoutPassword(value) : value);

const said = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value ?? ''));
