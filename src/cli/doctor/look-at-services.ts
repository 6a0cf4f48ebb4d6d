import { z } from 'zod';
import type { Config } from '#config/config.ts';
import { readGateStatus } from '../gate-status.ts';
import { checkPort, type NeededPort } from '../start/ports.ts';
import { isHealthy, localAddress } from '../start/ready.ts';
import { bad, type Finding, good, warning } from './finding.ts';

/** Whether studio, gate and delivery run, or could. */
export async function lookAtServices(config: Config): Promise<Finding[]> {
  const studio = localAddress(config.host, config.studioPort);
  const delivery = localAddress(config.host, config.deliveryPort);
  const studioPort = { variable: 'STUDIO_PORT', port: config.studioPort } as const;
  const deliveryPort = { variable: 'DELIVERY_PORT', port: config.deliveryPort } as const;
  return [
    await lookAtPort(config.host, studioPort, 'studio', `${studio}/api/health`),
    await lookAtPort(config.host, deliveryPort, 'delivery', `${delivery}/health`),
    await lookAtGate(config.gateDir),
    ...(await lookAtLag(`${delivery}/status`)),
  ];
}

async function lookAtPort(host: string, needed: NeededPort, name: string, health: string): Promise<Finding> {
  if (await isHealthy(health)) return good('service', { name, port: needed.port });
  try {
    await checkPort(host, needed);
    return warning('service-stopped', { name, port: needed.port });
  } catch {
    return bad('port-taken', { name, ...needed });
  }
}

const silentAfter = 30_000;

async function lookAtGate(gateDir: string): Promise<Finding> {
  const gate = await readGateStatus(gateDir);
  if (gate === undefined) return warning('gate-never', { folder: gateDir });
  if (gate.state === 'trouble') return bad('gate-trouble', { at: gate.at });
  const silent = Date.now() - Date.parse(gate.at) > silentAfter;
  if (silent || gate.state === 'stopped') return warning('gate-stopped', { at: gate.at });
  const numbers = { waiting: gate.waiting ?? 0, heldBack: gate.heldBack ?? 0 };
  return gate.comparing ? good('gate-comparing', { ...numbers, ...gate.comparing }) : good('gate', numbers);
}

const status = z.object({
  sequence: z.number(),
  lagSeconds: z.number().nullable(),
  feed: z.object({ ok: z.boolean(), code: z.string().nullable() }),
});

/** Seconds behind its feed that a node may be without anybody being told. */
const muchLag = 60;

async function lookAtLag(address: string): Promise<Finding[]> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  if (answer === undefined) return [];
  const read = status.safeParse(await answer.json().catch(() => undefined));
  if (!read.success) return [];
  const { feed, lagSeconds, sequence } = read.data;
  if (!feed.ok) return [bad('delivery-refuses', { code: feed.code ?? '' })];
  if (lagSeconds === null) return [warning('delivery-never')];
  if (lagSeconds > muchLag) return [warning('delivery-behind', { seconds: lagSeconds })];
  return [good('delivery', { sequence })];
}
