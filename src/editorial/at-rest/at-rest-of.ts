import { existsSync, writeFileSync } from 'node:fs';
import { Failure } from '#errors/failure.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { hasKeys, levelKeysOf, type SealingConfig } from '#sealing/open-key-store.ts';
import { unreadPath } from '../unread-path.ts';
import { sealedAtRest } from './sealed-at-rest.ts';
import type { KeySource } from './texts/sealing.ts';

/** What an installation says of its keys. */
export interface SealingValues extends SealingConfig {
  readonly profile: 'connected' | 'isolated';
  readonly mastersDir: string;
}

/** Stands beside masters of which some are sealed: whoever has no keys would take them for damaged. */
export const sealedMarkIn = (mastersDir: string): string => unreadPath(mastersDir, 'sealed');

/**
 * An installation that seals does not stop to, and an isolated one always does.
 * @throws Failure `sealing-demanded` where an isolated installation names nothing that unlocks keys; `masters-sealed` where one that
 *   sealed does so no more
 */
export function checkSealing(
  { profile, mastersDir }: Pick<SealingValues, 'profile' | 'mastersDir'>,
  isSealing: boolean,
): void {
  if (isSealing) return;
  if (profile === 'isolated') throw new Failure('sealing-demanded');
  if (existsSync(sealedMarkIn(mastersDir))) throw new Failure('masters-sealed', { folder: mastersDir });
}

/** What an installation tells its studio of how it seals: nothing where it does not. */
export interface StudioSealing {
  readonly atRest?: AtRest;
  readonly textsAtRest?: KeySource;
}

/**
 * How the files of an installation lie on its disks; undefined where they lie there as they are. Whoever opens the store asks here.
 * @throws what `checkSealing` throws
 */
export const atRestOf = (values: SealingValues): AtRest | undefined => sealingOf(values).atRest;

/** How files and texts of an installation lie. @throws what `checkSealing` throws */
export function sealingOf(values: SealingValues): StudioSealing {
  checkSealing(values, hasKeys(values));
  return sealingNamed(values);
}

/** As `sealingOf`, and looks at nothing before something is read or written: the studio is built where there is no key and no archive. */
export function sealingNamed(values: Omit<SealingValues, 'profile'>): StudioSealing {
  const { mastersDir } = values;
  if (!hasKeys(values)) return {};
  let opened: Promise<LevelKeys> | null = null;
  const open = async (): Promise<LevelKeys> => {
    try {
      const keys = await levelKeysOf(values);
      if (existsSync(mastersDir)) writeFileSync(sealedMarkIn(mastersDir), '', { mode: 0o600 });
      return keys;
    } catch (cause) {
      // Whoever comes next finds the medium with the words in its place again
      opened = null;
      throw cause;
    }
  };
  const textsAtRest: KeySource = () => {
    opened ??= open();
    return opened;
  };
  return { atRest: sealedAtRest(textsAtRest), textsAtRest };
}
