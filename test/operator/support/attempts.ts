import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What programs tried to reach from a network that has nothing but itself, answered or not. */
export interface Attempts {
  /** Connections and datagrams to addresses to which no route leads, of each version of IP. */
  readonly ip4: number;
  readonly ip6: number;
  /** What the name server was asked for, each once. */
  readonly names: readonly string[];
  /** By what a packet could leave: every device of the network. */
  readonly devices: readonly string[];
}

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** A number of the table of IP in `/proc/net/snmp`: one line of names and below it one of values. */
const ofIp4 = (table: string, name: string): number => {
  const [names = [], values = []] = [...table.matchAll(/^Ip: (.*)$/gm)].map(([, row = '']) => row.split(' '));
  return Number(values[names.indexOf(name)]);
};

/**
 * What the system has counted on the network of a process since it was made. A packet for which there is no route never becomes one:
 * whoever wanted to send it is told so, and it is counted (OutNoRoutes), whatever the program does about it.
 *
 * @param folder in which alone.mjs writes down what the name server was asked for
 */
export const attemptsOn = (pid: number, folder: string): Attempts => {
  const [, ip6] = /^Ip6OutNoRoutes\s+(\d+)$/m.exec(read(`/proc/${pid}/net/snmp6`)) ?? [];
  const asked = read(join(folder, 'asked.txt')).split('\n').filter(Boolean);
  const devices = [...read(`/proc/${pid}/net/dev`).matchAll(/^\s*(\S+):/gm)].map(([, name = '']) => name);
  return {
    ip4: ofIp4(read(`/proc/${pid}/net/snmp`), 'OutNoRoutes'),
    ip6: Number(ip6 ?? 0),
    names: [...new Set(asked)].sort(),
    devices,
  };
};
