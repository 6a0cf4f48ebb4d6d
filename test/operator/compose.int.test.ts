import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type Service, serviceVariables } from '#config/service-environment.ts';
import { variables } from '#config/variables.ts';
import { keyId, loadSigningKey, loadTrust } from '#feed/keys.ts';
import { type ComposeService, composeSchema, rawCompose, readCompose, readStages, root } from '../support/compose.ts';

const { services, secrets, volumes, networks } = readCompose();
const stages = readStages();
const all = Object.entries(services);
const ours = all.filter(([, { build }]) => build !== undefined);
const deliveries = ours.filter(([name]) => name.startsWith('delivery'));
const schema = composeSchema();

describe('docker-compose.yml', () => {
  test.skipIf(schema === undefined)('keeps to the Compose specification', () => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema ?? {});
    validate(rawCompose());
    expect(validate.errors ?? []).toEqual([]);
  });

  test('has the whole production shape', () => {
    const names = [
      'mongo-1',
      'mongo-2',
      'mongo-3',
      'mongo-init',
      'studio',
      'gate',
      'delivery-1',
      'delivery-2',
      'proxy',
    ];
    expect(Object.keys(services).sort()).toEqual(names.sort());
  });

  test('publishes the proxy’s port and no other', () => {
    expect(all.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(['proxy']);
  });

  test.each(all)('%s runs without rights on a read-only file system, from a pinned image', (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.image).toMatch(/^[\w./-]+:\d+\.\d+(\.\d+)?[\w.-]*$/);
  });

  test.each(all.filter(([, { restart }]) => restart === 'unless-stopped'))('%s has a health check', (_, service) => {
    expect(service.healthcheck?.test[0]).toBe('CMD');
  });

  test('every name that a service uses is declared', () => {
    for (const [, service] of all) {
      expect(service.secrets.filter((name) => !Object.hasOwn(secrets, name))).toEqual([]);
      expect(service.networks.filter((name) => !Object.hasOwn(networks, name))).toEqual([]);
      const named = service.volumes.map((volume) => volume.split(':')[0] ?? '').filter((name) => !name.startsWith('.'));
      expect(named.filter((name) => !Object.hasOwn(volumes, name))).toEqual([]);
    }
  });

  test('every file that it mounts or runs exists', () => {
    const mounted = all.flatMap(([, service]) => service.volumes.map((volume) => volume.split(':')[0] ?? ''));
    const run = all.flatMap(([, service]) => [...commandOf(service), ...(service.healthcheck?.test ?? [])]);
    const files = [
      ...mounted.filter((path) => path.startsWith('.')),
      ...run.filter((word) => /^src\/.*\.(ts|mjs)$/.test(word)),
      ...run.filter((word) => word.startsWith('/deploy/')).map((word) => word.replace('/deploy/', 'deploy/mongo/')),
    ];
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test.each(ours)('%s is told only what src/config knows and its process needs', (name, { environment, build }) => {
    const process = build?.target as Service;
    expect(Object.keys(environment).filter((variable) => !Object.hasOwn(variables, variable))).toEqual([]);
    const needed: readonly string[] = serviceVariables[process];
    expect([name, Object.keys(environment).filter((variable) => !needed.includes(variable))]).toEqual([name, []]);
  });

  const protecting = ['SEALING_UNLOCK_FILE', 'FEED_SIGNATURES', 'SECOND_FACTOR_FROM', 'SECOND_FACTOR_ROLES'] as const;

  test.each(ours)('%s hears of what the operator asks for to protect it', (_, { environment, build }) => {
    const known = serviceVariables[build?.target as Service];
    const asked = protecting.filter((variable) => known.includes(variable));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((variable) => !environment[variable]?.startsWith(`\${${variable}:-`))).toEqual([]);
  });

  test.each(deliveries)('%s gets neither the database nor the signing key nor the masters', (_, service) => {
    const told = JSON.stringify([service.environment, service.secrets, service.volumes]);
    expect(told).not.toMatch(/database|mongo|gate\.pem|SIGNING|studio|masters/i);
    expect(service.networks).not.toContain('database');
  });

  test('only the gate gets the signing key', () => {
    expect(all.filter(([, service]) => service.secrets.includes('gate.pem')).map(([name]) => name)).toEqual(['gate']);
  });

  test.each(all)('%s is given every secret that it reads', (_, { environment, secrets: given }) => {
    const read = Object.values(environment).flatMap((value) => /^\/run\/secrets\/(.+)$/.exec(value)?.[1] ?? []);
    expect(read.filter((name) => !given.includes(name))).toEqual([]);
  });

  test('no secret stands in the environment of anybody', () => {
    const values = all.flatMap(([, { environment }]) => Object.entries(environment));
    // Of ours it is known which may carry a password: no other does, whatever its name is
    const secretive = new Set(Object.entries(variables).flatMap(([name, one]) => ('secret' in one ? [name] : [])));
    expect(secretive.size).toBeGreaterThan(0);
    const isOpen = ([name, value]: [string, string]) =>
      Object.hasOwn(variables, name)
        ? secretive.has(name)
        : /PASSWORD|SECRET|TOKEN/.test(name) && !value.startsWith('/run/secrets/');
    expect(values.filter(isOpen)).toEqual([]);
  });
});

describe('the database', () => {
  test('makes its root user on one member, for those that join a set must be empty', () => {
    const makers = all.filter(([, { environment }]) => Object.hasOwn(environment, 'MONGO_INITDB_ROOT_USERNAME'));
    expect(makers.map(([name]) => name)).toEqual(['mongo-1']);
  });

  test('is joined into a set of all its members, by those names', () => {
    const script = readFileSync(join(root, 'deploy/mongo/init-set.js'), 'utf8');
    expect(script).toMatch(/mongo-\$\{n\}:27017/);
    expect(script).toContain('[1, 2, 3].map(host)');
    expect(Object.keys(services).filter((name) => /^mongo-\d$/.test(name))).toEqual(['mongo-1', 'mongo-2', 'mongo-3']);
  });
});

describe('what each process keeps', () => {
  const kept = [
    // Its index lies in the folder of data, which the image names
    ['studio', { MASTERS_DIR: '', SEALING_KEYS_DIR: '', GATE_DIR: ':ro' }, ['/data/archive']],
    ['gate', { MASTERS_DIR: ':ro', SEALING_KEYS_DIR: ':ro', GATE_DIR: '', FEED_URL: '' }, []],
    ['delivery-1', { FEED_URL: ':ro', DELIVERY_DIR: '' }, []],
    ['delivery-2', { DELIVERY_DIR: '' }, []],
  ] as const;

  test.each(kept)('%s has on volumes, and writes only what is its own', (name, folders, others) => {
    const { volumes: mounted = [], environment = {} } = services[name] ?? {};
    const named = Object.entries(folders).map(([variable, mode]) => `${environment[variable]}${mode}`);
    const wanted = [...named, ...others];
    expect(mounted.map((volume) => volume.slice(volume.indexOf(':') + 1)).sort()).toEqual(wanted.sort());
  });

  test('belongs, in the image, to the user that runs', () => {
    const made = stages
      .flatMap(({ lines }) => lines)
      .find((line) => line.startsWith('RUN install -d -o node -g node '));
    const folders = kept.flatMap(([name, wanted, others]) => [
      ...Object.keys(wanted).map((variable) => services[name]?.environment[variable]),
      ...others,
    ]);
    expect([...new Set(folders)].filter((folder) => !made?.split(' ').includes(String(folder)))).toEqual([]);
  });
});

describe('the proxy', () => {
  const conf = readFileSync(join(root, 'deploy/proxy/nginx.conf'), 'utf8');

  test('asks every node and the studio at their ports, and looks their names up again', () => {
    const asked = [...conf.matchAll(/^\s+server (\S+):(\d+)(.*);/gm)].map(([, name, port, how]) => [name, port, how]);
    const listening = ours.flatMap(([name, { environment }]) => {
      const port = environment.DELIVERY_PORT ?? environment.STUDIO_PORT;
      return port === undefined ? [] : [`${name}:${port}`];
    });
    expect(asked.map(([name, port]) => `${name}:${port}`).sort()).toEqual(listening.sort());
    expect(asked.filter(([, , how]) => !how?.split(' ').includes('resolve'))).toEqual([]);
  });

  test('listens where the published port leads', () => {
    const [published = ''] = services.proxy?.ports ?? [];
    const listens = [...conf.matchAll(/listen (\d+)/g)].map(([, port]) => port);
    expect(listens.length).toBeGreaterThan(0);
    expect(listens.filter((port) => !published.endsWith(`:${port}`))).toEqual([]);
  });

  test('believes nothing longer than a second, and nothing of what is only for now', () => {
    const times = [...conf.matchAll(/proxy_cache_valid [\d ]+ (\S+);/g)].map(([, time]) => time);
    expect(new Set(times)).toEqual(new Set(['1s']));
    expect(conf).not.toMatch(/proxy_cache_use_stale|proxy_cache_background_update/);
    for (const path of ['/health', '/status']) {
      expect(conf).toContain(`location = ${path} { proxy_pass http://delivery; }`);
    }
  });

  test('hands no measurements out', () => {
    expect(conf).toContain('location = /metrics { return 404; }');
  });
});

describe('the Dockerfile', () => {
  test('has the stage that each service asks for', () => {
    const names = stages.map(({ name }) => name);
    expect(ours.filter(([, { build }]) => !names.includes(build?.target ?? ''))).toEqual([]);
  });

  test('uses one pinned Node, the one of package.json', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const outside = stages.filter(({ from }) => !stages.some(({ name }) => name === from));
    expect(new Set(outside.map(({ from }) => from))).toEqual(new Set([`node:${devDependencies.node}-bookworm-slim`]));
  });

  test('copies and runs only files that exist', () => {
    const named = stages.flatMap(({ lines }) => lines.flatMap(filesOf));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('puts nothing of the studio into delivery', () => {
    const delivery = lineage('delivery').flatMap(({ lines }) => lines.flatMap(filesOf));
    expect(delivery.filter((file) => /^(collections|src\/(editorial|app|demo)|src$)/.test(file))).toEqual([]);
  });

  test('lets no process run as root', () => {
    for (const [, { build }] of ours) {
      const users = lineage(build?.target ?? '').flatMap(({ lines }) =>
        lines.filter((line) => line.startsWith('USER ')),
      );
      expect(users).toEqual(['USER node']);
    }
  });
});

test('the script for secrets makes every one of them, once, in a folder for its owner only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'benthanh-secrets-'));
  const run = () => execFileSync('sh', [join(root, 'deploy/make-secrets.sh')], { cwd: folder });
  run();
  const files = Object.values(secrets).map(({ file }) => join(folder, file));
  const before = files.map((file) => readFileSync(file, 'utf8'));
  run();
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);

  const key = await loadSigningKey(join(folder, 'secrets/gate.pem'));
  const [trusted] = await loadTrust(join(folder, 'secrets/trust.pem'));
  expect(trusted && keyId(trusted)).toBe(keyId(key));
  expect(before.join('\n')).toMatch(
    /mongodb:\/\/studio:[0-9a-f]{64}@mongo-1:27017,mongo-2:27017,mongo-3:27017\/benthanh/,
  );
});

const commandOf = (service: ComposeService): readonly string[] => {
  const stage = stages.find(({ name }) => name === service.build?.target);
  const fromImage = stage?.lines.find((line) => line.startsWith('CMD '))?.slice('CMD '.length);
  return service.command ?? (fromImage === undefined ? [] : JSON.parse(fromImage));
};

/** A stage and the stages that it stands on. */
const lineage = (name: string): typeof stages => {
  const stage = stages.find((one) => one.name === name);
  return stage === undefined ? [] : [stage, ...lineage(stage.from)];
};

/** Files of ours that a line copies or runs. */
const filesOf = (line: string): string[] => {
  const [word, ...rest] = line.trim().split(/\s+/);
  if (word === 'CMD') return (JSON.parse(rest.join(' ')) as string[]).slice(1);
  if (word !== 'COPY' || rest[0]?.startsWith('--from')) return [];
  return rest.slice(0, -1).filter((file) => !file.startsWith('--') && file !== '.');
};
