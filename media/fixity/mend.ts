import { randomUUID } from 'node:crypto';
import { access, chmod, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Level, rankOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { isOfMachine } from '#errors/of-the-machine.ts';
import { type AtRest, isKeyAway } from '../intake/at-rest.ts';
import type { Incoming } from '../intake/incoming.ts';
import { openKept } from '../intake/kept.ts';
import { defaultMaxBytes, type MasterStore, masterPath, syncFolder } from '../intake/master-store.ts';
import { asideFolder } from './places.ts';

/** Why a master could not be mended: there is no mirror, nothing in it, nothing right in it, a key is out of reach, or writing failed. */
export type Unmended = 'no-mirror' | 'not-in-mirror' | 'mirror-wrong' | 'key-away' | 'failed';

export interface MendParts {
  readonly store: MasterStore;
  readonly dir: string;
  /** A copy of the store, only ever read. */
  readonly mirror: string | undefined;
  /** How masters lie here and in the mirror, where they do not lie there as they are. */
  readonly atRest?: AtRest | undefined;
  /** As what a master is to be sealed, by what names it; undefined: nothing does. */
  readonly levelFor?: ((sha256: string) => Promise<Level | undefined>) | undefined;
}

export type Mending =
  | { readonly mended: true }
  | { readonly mended: false; readonly why: Unmended; readonly cause?: unknown };

const unmended = (why: Unmended, cause?: unknown): Mending => ({ mended: false, why, cause });

/**
 * Puts the mirror's bytes in the place of a damaged or missing master, if they are the right ones, and the damaged bytes
 * aside first.
 *
 * @NOTE Killed between any two steps, the next check finds the master as wrong as before, or mended; no bytes are lost.
 */
export async function mendMaster(parts: MendParts, sha256: string): Promise<Mending> {
  if (parts.mirror === undefined) return unmended('no-mirror');
  try {
    const copy = await receive(parts, masterPath(parts.mirror, sha256), defaultMaxBytes);
    if (copy === null) return unmended('not-in-mirror');
    if (copy.sha256 !== sha256) {
      await copy.discard();
      return unmended('mirror-wrong');
    }
    try {
      const level = await levelOf(parts, sha256);
      await putAside(parts, sha256, level);
      await parts.store.keep(copy, level);
    } finally {
      await copy.discard();
    }
    return { mended: true };
  } catch (cause) {
    if (isKeyAway(cause)) return unmended('key-away', cause);
    const ofMirror = cause instanceof Failure && !isOfMachine(cause);
    return unmended(ofMirror ? 'mirror-wrong' : 'failed', cause);
  }
}

/** Under which key a master belongs: that of what names it, and no lower one than it or its copy was sealed under. */
async function levelOf({ dir, mirror, atRest, levelFor }: MendParts, sha256: string): Promise<Level> {
  if (!atRest) return 'unreviewed';
  const borne = [dir, ...(mirror === undefined ? [] : [mirror])].map((one) =>
    atRest.levelOf(masterPath(one, sha256)).catch(() => null),
  );
  const levels = [await levelFor?.(sha256), ...(await Promise.all(borne))];
  return levels.reduce<Level>((high, one) => (one && rankOf(one) > rankOf(high) ? one : high), 'unreviewed');
}

async function receive({ store, atRest }: MendParts, path: string, maxBytes: number): Promise<Incoming | null> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? store.receive((await openKept(path, atRest)).body, maxBytes) : null;
}

/**
 * Keeps damaged bytes under the master's name and their own hash, so that nothing is overwritten by other bytes, whoever
 * else mends the same master. What the disk no longer yields is moved as it is.
 */
async function putAside(parts: MendParts, sha256: string, level: Level): Promise<void> {
  const { dir, atRest } = parts;
  const folder = asideFolder(dir);
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const damaged = masterPath(dir, sha256);
  if (atRest) return putSealedAside(atRest, { damaged, aside: join(folder, `${sha256}-${randomUUID()}`), level });
  const copy = await receive(parts, damaged, Number.MAX_SAFE_INTEGER).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EIO') return 'unreadable' as const;
    throw cause;
  });
  if (copy === null) return;
  if (copy === 'unreadable') await rename(damaged, join(folder, `${sha256}-unreadable-${randomUUID()}`));
  else if (copy.sha256 === sha256) await copy.discard();
  else {
    await chmod(String(copy.path), 0o440);
    await rename(String(copy.path), join(folder, `${sha256}-${copy.sha256}`));
  }
  await syncFolder(folder);
}

/** What is sealed is moved as it is, for nobody can open it; what is not is sealed on the way. Both are named so that no other takes the name. */
async function putSealedAside(
  atRest: AtRest,
  { damaged, aside, level }: { readonly damaged: string; readonly aside: string; readonly level: Level },
): Promise<void> {
  try {
    if ((await atRest.levelOf(damaged)) === null)
      await atRest.seal(aside, (await openKept(damaged, undefined)).body, level);
    else await rename(damaged, aside);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return;
    if (code !== 'EIO') throw cause;
    await rename(damaged, aside);
  }
  await syncFolder(dirname(aside));
}
