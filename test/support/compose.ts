import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const root = join(import.meta.dirname, '../..');

const service = z.looseObject({
  image: z.string(),
  user: z.string(),
  build: z.object({ context: z.string(), target: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  restart: z.string().optional(),
});
export type ComposeService = z.infer<typeof service>;

const compose = z.looseObject({
  services: z.record(z.string(), service),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
  volumes: z.record(z.string(), z.unknown()),
  networks: z.record(z.string(), z.unknown()),
});

/** docker-compose.yml as plain data, with what `<<` brings in. */
export const rawCompose = (): unknown => parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true });
export const readCompose = (): z.infer<typeof compose> => compose.parse(rawCompose());

/** The schema of the Compose specification, where the shared folder has it. */
export function composeSchema(): object | undefined {
  const file = join(root, '../shared/schemas/compose/compose-spec.json');
  if (existsSync(file)) {
    // It names its dialect (draft 07) by an address that validators do not know by heart.
    const { $schema: _dialect, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    return schema;
  }
  console.log('LEFT OUT: docker-compose.yml was not held against the Compose schema, ../shared is not there');
  return undefined;
}

/** One stage of the Dockerfile. */
export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly lines: readonly string[];
}

export function readStages(): Stage[] {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
  return text.split(/^(?=FROM )/m).flatMap((part) => {
    const [, from, name] = /^FROM (\S+) AS (\S+)/.exec(part) ?? [];
    return from === undefined || name === undefined ? [] : [{ from, name, lines: part.split('\n').slice(1) }];
  });
}
