import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const gateStatus = z.object({
  state: z.enum(['waiting', 'running', 'trouble', 'stopped']),
  /** When the gate last said so; older than half a minute means that nobody is there. */
  at: z.iso.datetime(),
  sequence: z.number().optional(),
  /** Documents that it was told of and still has to look at. */
  waiting: z.number().optional(),
  heldBack: z.number().optional(),
  /** How far it is with comparing everything; null: it is not. */
  comparing: z.object({ done: z.number(), total: z.number() }).nullish(),
  reconciledAt: z.string().nullish(),
});
export type GateState = z.infer<typeof gateStatus>;

/** What the gate says of itself in its folder, undefined where it never ran. */
export async function readGateStatus(gateDir: string): Promise<GateState | undefined> {
  try {
    return gateStatus.parse(JSON.parse(await readFile(join(gateDir, 'status.json'), 'utf8')));
  } catch {
    return undefined;
  }
}
