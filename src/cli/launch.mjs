// Runs a program of ours on Node 24, whichever Node the machine has. This file must itself be readable for old ones:
// no top-level await, no TypeScript, no imports but Node's own.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const needed = 24;

/**
 * Imports `program` when this Node is new enough, else starts it with the Node that `npm ci` brought.
 * @param {string} program path below the project folder
 */
export function launch(program) {
  const file = join(root, program);
  if (major(process.versions.node) >= needed) return begin(file);
  const brought = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(brought)) return hand(brought, file);
  process.stderr.write(`${tooOld()}\n`);
  process.exitCode = 1;
}

const begin = async (file) => {
  await import('./services/quick-imports.mjs');
  return import(pathToFileURL(file).href);
};

const major = (version) => Number(version.split('.')[0]);

/** Starts the newer Node, passes signals on, and ends as it ends. Its channel closes with us, so that it never stays behind. */
function hand(node, file) {
  const child = spawn(node, [file, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(child, signal));
  child.on('exit', (code) => {
    process.exitCode = code === null ? 1 : code;
  });
}

/** A terminal sends Ctrl-C to both of us by itself. */
function pass(child, signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
}

function tooOld() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = String(LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2);
  const language = ['vi', 'en', 'fr', 'zh'].includes(wanted) ? wanted : 'en';
  const words = JSON.parse(readFileSync(join(root, 'locales', language, 'errors.json'), 'utf8'))['node-too-old'];
  const values = { found: process.versions.node, needed };
  return `node-too-old: ${words.replace(/{{(\w+)}}/g, (_, name) => values[name])}`;
}
