import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#errors/failure.ts';
import { waysOut } from './ways-out.ts';

/** What is asked of a machine: nothing of one that may be connected. */
export interface Profile {
  readonly profile: 'connected' | 'isolated';
  /** Variables that name a proxy, and whether they are set. */
  readonly proxies: Readonly<Record<string, boolean>>;
}

const told = (ways: readonly { readonly tried: string }[]): string => ways.map(({ tried }) => tried).join(', ');

/**
 * Sees to it that an isolated installation has no way out.
 * @returns what was tried; null where the profile asks for nothing
 * @throws Failure `way-out` with `{ ways, tried }`
 */
export async function checkIsolated({ profile, proxies }: Profile): Promise<string | null> {
  if (profile !== 'isolated') return null;
  const ways = await waysOut(proxies);
  const open = ways.filter(({ isOpen }) => isOpen);
  if (open.length > 0) throw new Failure('way-out', { ways: told(open), tried: told(ways) });
  return told(ways);
}

/**
 * Goes on looking until told to stop: somebody may join the machine to a network while it runs.
 * @param every milliseconds between two looks
 * @throws Failure `way-out` as soon as there is one: whoever waits for this ends
 */
export async function stayIsolated(machine: Profile, signal: AbortSignal, every = 60_000): Promise<void> {
  while (machine.profile === 'isolated' && !signal.aborted) {
    await sleep(every, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await checkIsolated(machine);
  }
}
