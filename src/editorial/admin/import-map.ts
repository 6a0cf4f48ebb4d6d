import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateImportMap } from 'payload';
import { buildStudioConfig } from '../studio-config.ts';
import { usualUploadBounds } from '../uploads/room.ts';

/** Where Next finds the components that the configuration names, below the folder of the project. */
export const importMapFile = 'src/app/(payload)/admin/importMap.js';

/** Values on which the components do not depend: of everything that an installation may have, its lists show something. */
const values = {
  databaseUrl: 'file::memory:',
  secret: 'none',
  mastersDir: tmpdir(),
  studioUrl: 'http://localhost:3000',
  publicUrl: 'http://localhost:4000',
  profile: 'connected',
  selfPublish: false,
  compartments: [],
  logLevel: 'warn',
  ...usualUploadBounds,
  textsAtRest: () => Promise.reject(new Error('no text is opened for an import map')),
} as const;

/** The import map as the configuration wants it now, made in a folder of its own: nothing of the project is touched. */
export const wantedImportMap = async (): Promise<string> => {
  const baseDir = await mkdtemp(join(tmpdir(), 'benthanh-import-map-'));
  try {
    const file = join(baseDir, importMapFile);
    await mkdir(dirname(file), { recursive: true });
    await generateImportMap(await buildStudioConfig({ ...values, baseDir }), { log: false, force: true });
    return await readFile(file, 'utf8');
  } finally {
    await rm(baseDir, { recursive: true, force: true });
  }
};
