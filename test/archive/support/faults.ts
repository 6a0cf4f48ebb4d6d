import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Payload } from 'payload';

/** What a step of the system does to whoever takes it. */
export interface Injected {
  /** Whether the step was reached. */
  readonly hit: boolean;
  /** What failed, e.g. `rename` or `database create`. */
  readonly step: string;
}

/** Makes one step after another fail, each time a later one. */
export interface Faults extends Disposable {
  /** Does work in which the step of this number, counted from 1, fails as a full disk or a lost database does. */
  failAt<T>(number: number, work: () => Promise<T>): Promise<Injected & { readonly result: T }>;
  /** The same with the first step of this name. */
  failOn<T>(name: string, work: () => Promise<T>): Promise<Injected & { readonly result: T }>;
}

/** Work whose steps are counted; what others do meanwhile is not. */
interface Doomed {
  left: number;
  /** Steps of other names do not count, where this is one. */
  readonly only: string | null;
  step: string;
  isOver: boolean;
}

type Call = (...args: unknown[]) => unknown;

const systemCalls = ['open', 'mkdir', 'rename', 'rm', 'readFile', 'stat', 'access'] as const;
const handleCalls = ['writeFile', 'chmod', 'sync'] as const;

/** A fault while a fault is mended is another test. */
const spared = new Set(['rollbackTransaction', 'destroy', 'connect', 'init', 'createMigration', 'migrate']);

const full = (step: string): Error => Object.assign(new Error(`ENOSPC: ${step}`), { code: 'ENOSPC' });
const lost = (step: string): Error => new Error(`the database is gone: ${step}`);

/**
 * Puts faults between the studio and what it stands on: calls of the file system on a folder, and calls of the database.
 * @param folder files elsewhere do not count
 */
export const openFaults = async (folder: string, payload: Payload): Promise<Faults> => {
  const doomed = new AsyncLocalStorage<Doomed>();
  const pass = (name: string, fault: (name: string) => Error): void => {
    const work = doomed.getStore();
    if (!work || work.isOver || (work.only !== null && work.only !== name)) return;
    work.left -= 1;
    if (work.left !== 0) return;
    work.step = name;
    throw fault(name);
  };
  const undo: (() => void)[] = [];
  const guard = (
    target: object,
    name: string,
    fault: (name: string) => Error,
    isOurs: (args: unknown[]) => boolean,
  ) => {
    const original = Reflect.get(target, name) as Call;
    const isOwn = Object.hasOwn(target, name);
    const guarded = function (this: unknown, ...args: unknown[]) {
      if (isOurs(args)) {
        try {
          pass(fault === lost ? `database ${name}` : name, fault);
        } catch (error) {
          return Promise.reject(error);
        }
      }
      return original.apply(this, args);
    };
    Reflect.set(target, name, guarded);
    undo.push(() => (isOwn ? Reflect.set(target, name, original) : Reflect.deleteProperty(target, name)));
  };
  const inFolder = ([path]: unknown[]) => typeof path === 'string' && path.startsWith(folder);
  for (const name of systemCalls) guard(fs.promises, name, full, inFolder);
  const handle = await fs.promises.open(import.meta.filename);
  const handles = Object.getPrototypeOf(handle) as object;
  await handle.close();
  for (const name of handleCalls) guard(handles, name, full, () => true);
  const database = payload.db as unknown as object;
  for (const [name, value] of Object.entries(database)) {
    if (typeof value === 'function' && !spared.has(name)) guard(database, name, lost, () => true);
  }
  syncBuiltinESMExports();
  const fail = async <T>(doom: Doomed, work: () => Promise<T>) => {
    try {
      const result = await doomed.run(doom, work);
      return { result, hit: doom.step !== '', step: doom.step };
    } finally {
      doom.isOver = true;
    }
  };
  return {
    failAt: (number, work) => fail({ left: number, only: null, step: '', isOver: false }, work),
    failOn: (name, work) => fail({ left: 1, only: name, step: '', isOver: false }, work),
    [Symbol.dispose]: () => {
      for (const back of undo.reverse()) back();
      syncBuiltinESMExports();
    },
  };
};
