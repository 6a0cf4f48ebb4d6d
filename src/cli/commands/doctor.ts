import type { Command } from '../command.ts';
import type { Finding } from '../doctor/finding.ts';
import { lookAtDatabase } from '../doctor/look-at-database.ts';
import { lookAtFeed } from '../doctor/look-at-feed.ts';
import { lookAtFolders } from '../doctor/look-at-folders.ts';
import { lookAtKeys } from '../doctor/look-at-keys.ts';
import { lookAtMachine } from '../doctor/look-at-machine.ts';
import { lookAtMasters } from '../doctor/look-at-masters.ts';
import { lookAtServices } from '../doctor/look-at-services.ts';

const parts = [lookAtMachine, lookAtFolders, lookAtKeys, lookAtDatabase, lookAtMasters, lookAtServices, lookAtFeed];
const signs: Record<Finding['state'], string> = { good: '✓', warning: '!', bad: '✗' };

/** Looks at everything that an installation needs, changes nothing, and says how to mend what is wrong. */
export const doctor: Command = {
  args: [],
  options: {},
  run: async (_, { config, t }) => {
    const findings: Finding[] = [];
    for (const look of parts) findings.push(...(await look(config())));
    const ill = findings.filter(({ state }) => state === 'bad').length;
    const lines = findings.map(({ state, about, values }) => `${signs[state]} ${t(`cli:doctor.${about}`, values)}`);
    const warned = findings.some(({ state }) => state === 'warning');
    const summary = t(ill > 0 ? 'cli:doctor.ill' : warned ? 'cli:doctor.warned' : 'cli:doctor.well', { ill });
    return { data: { well: ill === 0, findings }, lines: [...lines, '', summary], ok: ill === 0 };
  },
};
