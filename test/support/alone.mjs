// Runs a program of ours on a network of its own, which has nothing but itself (Linux, with the right to make one).
// alone.mjs <folder> <program> [args]: in the folder lie what programs there asked name servers for (asked.txt), and a socket to
// the database of this machine's network, where DATABASE_URL names one. ALONE_DOORS names ports of the program at which this machine's
// network may knock, over sockets there as well; what the program tries to reach is then counted, and its own look for a way out is not.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { outside } from '#isolation/routes.ts';

const [folder, ...order] = process.argv.slice(2);
const isInside = process.env.ALONE === 'inside';
const [, port] = /^mongodb:\/\/127\.0\.0\.1:(\d+)/.exec(process.env.DATABASE_URL ?? '') ?? [];
const socket = join(folder, 'database.sock');
const doors = (process.env.ALONE_DOORS ?? '').split(',').filter(Boolean).map(Number);
const doorOf = (door) => join(folder, `${door}.sock`);

/** @param {import('node:net').ListenOptions} at @param {import('node:net').NetConnectOpts} to */
const relay = (at, to) =>
  new Promise((done) => {
    const server = createServer((from) => {
      const other = connect(to);
      from.pipe(other).pipe(from);
      for (const end of [from, other]) end.on('error', () => [from, other].map((one) => one.destroy()));
    });
    server.unref().listen(at, done);
  });

/** The name server that this machine is told of stands here, writes down what it is asked for, and knows nothing. */
const standInForNames = () => {
  const [, address] = /^nameserver\s+([\d.]+)/m.exec(readFileSync('/etc/resolv.conf', 'utf8')) ?? [];
  if (!address) return;
  if (!address.startsWith('127.')) execFileSync('ip', ['address', 'add', `${address}/32`, 'dev', 'lo']);
  const server = createSocket('udp4', (question, from) => {
    appendFileSync(join(folder, 'asked.txt'), `${nameIn(question)}\n`);
    const answer = Buffer.from(question);
    answer[2] = 0x81;
    answer[3] = 0x83;
    server.send(answer, from.port, from.address);
  });
  server.bind(53, address).unref();
};

/**
 * Of these addresses the system says that they cannot be reached, which it does not count, and of every other that no route leads there,
 * which it does (OutNoRoutes, RFC 4293). Nothing but the look for a way out asks for them.
 */
const leaveLookUncounted = () => {
  for (const address of outside) {
    const version = address.includes(':') ? '-6' : '-4';
    spawnSync('ip', [version, 'route', 'add', 'unreachable', address]);
  }
};

/** The name of a question (RFC 1035, section 4.1.2). @param {Buffer} question */
const nameIn = (question) => {
  const labels = [];
  for (let at = 12; question[at]; at += (question[at] ?? 0) + 1)
    labels.push(question.toString('latin1', at + 1, at + 1 + (question[at] ?? 0)));
  return labels.join('.');
};

const run = (program, args, options) => {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], ...options });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.on('disconnect', () => child.kill('SIGTERM'));
  child.on('exit', (status) => process.exit(status ?? 1));
};

if (isInside) {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  standInForNames();
  if (doors.length > 0) leaveLookUncounted();
  if (port) await relay({ host: '127.0.0.1', port: Number(port) }, { path: socket });
  for (const door of doors) await relay({ path: doorOf(door) }, { host: '127.0.0.1', port: door });
  const { ALONE: _, ALONE_DOORS: __, ...env } = process.env;
  run(process.execPath, [resolve(import.meta.dirname, '../..', order[0]), ...order.slice(1)], { env });
} else {
  // An earlier run in the same folder has left them
  for (const path of [socket, ...doors.map(doorOf)]) rmSync(path, { force: true });
  if (port) await relay({ path: socket }, { host: '127.0.0.1', port: Number(port) });
  for (const door of doors) await relay({ host: '127.0.0.1', port: door }, { path: doorOf(door) });
  const again = [process.execPath, process.argv[1], folder, ...order];
  run('unshare', ['-n', ...again], { env: { ...process.env, ALONE: 'inside' } });
}
