import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService, stopService } from '#cli/start/service.ts';
import { serviceEnvironment } from '#config/service-environment.ts';
import { freePort } from '../../support/databases/free-port.ts';
import type { Studio } from '../../support/studio.ts';

/** The pages of a studio, as a process of their own serves them. */
export interface Pages extends AsyncDisposable {
  readonly url: string;
}

/** Serves the built pages over the database and the masters of a studio that a test has opened: who has signed in there has done so here. */
export const servePages = async ({ folder, values }: Studio): Promise<Pages> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secretFile = join(folder, 'secret');
  await writeFile(secretFile, values.secret);
  const env = serviceEnvironment('studio', {
    ...process.env,
    ...{ DATA_DIR: folder, DATABASE_URL: values.databaseUrl, MASTERS_DIR: values.mastersDir, HOST: '127.0.0.1' },
    ...{ STUDIO_SECRET_FILE: secretFile, STUDIO_PORT: String(port), STUDIO_URL: url, PUBLIC_URL: values.publicUrl },
    COMPARTMENTS: values.compartments.join(','),
  });
  const places = { logDir: join(folder, 'logs'), runDir: join(folder, 'run') };
  await mkdir(places.runDir);
  const child = startService({ ...places, name: 'studio', program: 'src/cli/services/studio.ts', env });
  const ended = once(child, 'exit').then(async () => {
    throw new Error(await readFile(join(places.logDir, 'studio.log'), 'utf8'));
  });
  ended.catch(() => undefined);
  await Promise.race([ended, untilServed(`${url}/api/health`)]);
  return { url, [Symbol.asyncDispose]: () => stopService(child) };
};

const untilServed = async (address: string): Promise<void> => {
  for (;;) {
    const served = await fetch(address).catch(() => null);
    await served?.arrayBuffer();
    if (served?.ok) return;
    await sleep(100);
  }
};
