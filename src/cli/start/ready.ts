import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { writtenLocales } from '#languages/locales.ts';
import { readGateStatus } from '../gate-status.ts';

const status = z.object({
  sequence: z.number(),
  counts: z.record(z.string(), z.record(z.string(), z.number())),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Waits until an address answers 200. Ends when `signal` aborts. */
export async function untilHealthy(address: string, signal: AbortSignal): Promise<void> {
  while (!(await isHealthy(address, signal))) await sleep(200, undefined, { signal });
}

/** Whether an address answers 200. @throws the reason of an aborted `signal` */
export async function isHealthy(address: string, signal?: AbortSignal): Promise<boolean> {
  const patience = AbortSignal.timeout(20_000);
  try {
    const response = await fetch(address, { signal: signal ? AbortSignal.any([signal, patience]) : patience });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    signal?.throwIfAborted();
    return false;
  }
}

/** Address at which a service of this machine is asked; one to listen on everywhere is none to ask at. */
export function localAddress(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Where a first start looks to see how much has reached the public. */
export interface Road {
  /** Address of delivery's `/status`. */
  readonly status: string;
  readonly gateDir: string;
}

/** A first start waits at most so long for the public, in milliseconds; what is left arrives by itself. */
const longestWait = 15 * 60_000;

/** A gate between two portions of work looks idle for a moment, so it has to look so this many times, half a second apart. */
const enough = 12;

/**
 * Waits until delivery has everything that was seeded: as many editions of each type as expected, or as many as the gate
 * lets pass. The first start is over when the public can read; later ones do not wait.
 */
export async function untilReleased(
  road: Road,
  expected: Readonly<Record<string, number>>,
  { progress, signal }: { progress: (done: number, total: number) => void; signal: AbortSignal },
): Promise<void> {
  const total = sum(Object.values(expected));
  const until = performance.now() + longestWait;
  let shown = -1;
  let quiet = 0;
  while (total > 0 && performance.now() < until) {
    const node = await readStatus(road.status);
    const done = sum(Object.entries(expected).map(([type, count]) => Math.min(count, editionsOf(node, type))));
    if (done !== shown) progress(done, total);
    quiet = done === shown && (await gateIsThrough(road.gateDir, node?.sequence ?? -1)) ? quiet + 1 : 0;
    if (done >= total || quiet >= enough) return;
    shown = done;
    await sleep(500, undefined, { signal });
  }
}

type NodeStatus = z.infer<typeof status>;

/** What was converted comes with what it was converted from, and is not waited for by itself. */
const editionsOf = (node: NodeStatus | undefined, type: string): number =>
  sum(writtenLocales.map((locale) => node?.counts[type]?.[locale] ?? 0));

async function readStatus(address: string): Promise<NodeStatus | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
    return status.parse(await response.json());
  } catch {
    return undefined;
  }
}

/** Whether the gate has compared everything, has nothing left to look at, and delivery has all that it wrote. */
async function gateIsThrough(dir: string, reached: number): Promise<boolean> {
  const gate = await readGateStatus(dir);
  return gate?.reconciledAt != null && gate.waiting === 0 && reached >= (gate.sequence ?? 0);
}
