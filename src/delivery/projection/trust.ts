import type { KeyObject } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import { keyId, loadTrust } from '#feed/keys.ts';

/** The keys whose signatures count, as the file that names them says now. */
export interface Trust {
  keys(): readonly KeyObject[];
  /**
   * Looks whether the file has changed, and reads it where it has. One that cannot be read changes nothing: the keys from before go on
   * counting, and the log says so once.
   * @returns whether other keys count now
   */
  look(): Promise<boolean>;
  /** False while the file cannot be read. */
  isSound(): boolean;
}

/** What a file is at one moment: another one in its place, other bytes, the same bytes written again. */
const stampOf = async (file: string): Promise<string> => {
  const found = await stat(file, { bigint: true }).catch(() => null);
  return found === null ? 'gone' : [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
};

const idsOf = (keys: readonly KeyObject[]): string[] => [...new Set(keys.map(keyId))].sort();

/**
 * @param first keys that count until the file is read
 * @param file undefined: nothing is looked at, the first keys stay
 */
export const openTrust = (first: readonly KeyObject[], file: string | undefined, log: Logger): Trust => {
  let [keys, stamp, sound] = [first, '', true];
  const read = async (of: string): Promise<boolean> => {
    try {
      const now = await loadTrust(of);
      const [before, after] = [idsOf(keys), idsOf(now)];
      if (!sound) log.info({ file: of }, 'the keys that are trusted can be read again');
      [keys, sound] = [now, true];
      if (before.join() === after.join()) return false;
      log.warn({ file: of, keys: after }, 'other keys are trusted from now on');
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      log.error(
        { code: error.code, ...error.values },
        'the keys that are trusted cannot be read; those from before count',
      );
      sound = false;
      return false;
    }
  };
  return {
    keys: () => keys,
    look: async () => {
      if (file === undefined) return false;
      // Before it is read: what changes meanwhile is seen at the next look
      const now = await stampOf(file);
      if (now === stamp) return false;
      stamp = now;
      return read(file);
    },
    isSound: () => sound,
  };
};
