import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';

/** A port that a start needs, and the variable that chooses it. */
export interface NeededPort {
  readonly variable: 'STUDIO_PORT' | 'DELIVERY_PORT' | 'FEED_SHARE_PORT';
  readonly port: number;
}

/** The ports that an installation listens on. */
export function neededPorts(config: Config): NeededPort[] {
  const shared = config.feedSharePort;
  return [
    { variable: 'STUDIO_PORT', port: config.studioPort },
    { variable: 'DELIVERY_PORT', port: config.deliveryPort },
    ...(shared === undefined ? [] : [{ variable: 'FEED_SHARE_PORT' as const, port: shared }]),
  ];
}

/**
 * Looks whether every port can be listened on, and no two are the same.
 * @throws Failure `port-taken` with `{ port, variable }`, or `config-invalid` where the port or address is not ours to use
 */
export async function checkPorts(config: Config): Promise<void> {
  const seen = new Set<number>();
  for (const needed of neededPorts(config)) {
    if (seen.has(needed.port)) throw new Failure('port-taken', { ...needed });
    seen.add(needed.port);
    await checkPort(config.host, needed);
  }
}

/** @throws Failure as `checkPorts` does */
export async function checkPort(host: string, { port, variable }: NeededPort): Promise<void> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE') throw new Failure('port-taken', { port, variable }, { cause });
    if (code === 'EACCES') throw new Failure('config-invalid', { variable, value: port, expected: 'port' }, { cause });
    throw new Failure('config-invalid', { variable: 'HOST', value: host, expected: 'host' }, { cause });
  } finally {
    server.close();
  }
}
