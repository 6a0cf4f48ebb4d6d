// Preloaded into every process that `npm start` starts. It holds the lock of its service, so that a later start waits
// until this one is gone, and it ends the process when its parent is gone, even by `kill -9`.
import { DatabaseSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';
import './quick-imports.mjs';

const patience = 8000;
const lock = new URL(import.meta.url).searchParams.get('lock');

// Programs that our process starts in turn live as their own parent wants, so they are not preloaded with this file. The
// lock could not tell them apart: a process loses it when anything in it opens and closes the lock's file.
process.execArgv = process.execArgv.filter((arg, index, all) => ![arg, all[index + 1]].includes(import.meta.url));

if (isMainThread && lock !== null && hold(lock)) {
  process.on('disconnect', end);
  // Listening must not keep a process alive that has nothing else to do.
  process.channel?.unref();
}

function hold(file) {
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
    globalThis[Symbol.for('benthanh.lock')] = database;
    return true;
  } catch {
    database.close();
    return false;
  }
}

function end() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patience).unref();
}
