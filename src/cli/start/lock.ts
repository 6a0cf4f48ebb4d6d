import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** A right that one process holds. The operating system takes it back when the process ends, however it ends. */
export type Lock = Disposable;

/** Takes the lock of a file at once, or answers undefined when another process holds it. */
export function takeLock(file: string): Lock | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
    return { [Symbol.dispose]: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined;
    throw error;
  }
}

const sqliteBusy = 5;

/** Waits for the lock of a file, at most so many milliseconds. */
export async function waitForLock(file: string, milliseconds: number): Promise<Lock | undefined> {
  for (let waited = 0; ; waited += 100) {
    const lock = takeLock(file);
    if (lock !== undefined || waited >= milliseconds) return lock;
    await sleep(100);
  }
}
