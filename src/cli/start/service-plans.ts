import { join } from 'node:path';
import type { Config } from '#config/config.ts';
import { type Service, serviceEnvironment } from '#config/service-environment.ts';
import type { ServicePlan } from './service.ts';

/** Where processes write their logs and hold their locks. */
export const placesOf = (config: Pick<Config, 'dataDir'>) => ({
  logDir: join(config.dataDir, 'logs'),
  runDir: join(config.dataDir, 'run'),
});

/** Addresses follow ports that not every process is told, so each is told the addresses themselves. */
const environmentOf = (service: Service, { publicUrl, studioUrl }: Config): NodeJS.ProcessEnv => ({
  ...serviceEnvironment(service),
  PUBLIC_URL: publicUrl,
  ...(service !== 'delivery' && { STUDIO_URL: studioUrl }),
});

/** The three processes of an installation on one machine. */
export function servicePlans(config: Config): ServicePlan[] {
  const places = placesOf(config);
  return [
    { ...places, name: 'studio', program: 'src/cli/services/studio.ts', env: environmentOf('studio', config) },
    { ...places, name: 'gate', program: 'src/editorial/gate/main.ts', env: environmentOf('gate', config) },
    { ...places, name: 'delivery', program: 'src/delivery/main.ts', env: environmentOf('delivery', config) },
  ];
}

/** Brings database, administrator and demo content to where the services can start. */
export const preparePlan = (config: Config, withDemo: boolean): ServicePlan => ({
  ...placesOf(config),
  name: 'prepare',
  program: 'src/cli/services/prepare.ts',
  args: withDemo ? [] : ['--without-demo'],
  env: serviceEnvironment('studio'),
});
