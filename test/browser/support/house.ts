import { once } from 'node:events';
import { type Env, type Installation, newInstallation } from '../../support/installation.ts';
import { layOutHouse } from '../../support/opened-house.ts';

/** A complete installation under way: studio, gate and delivery, as `npm start` leaves them. */
export interface House extends AsyncDisposable {
  /** Addresses as people type them, without a slash at the end. */
  readonly studio: string;
  readonly delivery: string;
  /** Folder of all that it keeps. */
  readonly dataDir: string;
  /** The first person, with the password that the banner shows once. */
  readonly administrator: { readonly email: string; readonly password: string };
  /** Stops it as Ctrl-C does. @returns its exit status and the processes that it left behind */
  stop(): Promise<{ status: number | null; left: string[] }>;
}

/** The banner's row with this label, in English. */
const row = (label: string) => new RegExp(`^ *${label} {2,}(\\S+)`, 'm');

/**
 * Starts everything with one command, on the data of a first start with its demo content, and waits for its banner.
 * @param env variables that differ from a usual installation
 */
export const startHouse = async (env: Env = {}): Promise<House> => {
  const installation: Installation = await newInstallation(env);
  try {
    const administrator = await layOutHouse(installation.dataDir);
    const running = installation.start();
    await running.until(row('Stop'));
    const told = async (label: string) => (await running.until(row(label)))[1] ?? '';
    const studio = (await told('Studio')).replace(/\/admin$/, '');
    const stop = async () => {
      running.child.kill('SIGINT');
      if (running.child.exitCode === null) await once(running.child, 'exit');
      const { status } = await running.ended;
      return { status, left: installation.leftBehind() };
    };
    return {
      studio,
      dataDir: installation.dataDir,
      delivery: await told('Public API'),
      administrator,
      stop,
      [Symbol.asyncDispose]: () => installation[Symbol.asyncDispose](),
    };
  } catch (error) {
    await installation[Symbol.asyncDispose]();
    throw error;
  }
};
