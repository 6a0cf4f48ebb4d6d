import { join } from 'node:path';
import { type Decoders, openDecoders } from '#media/sandbox/pool.ts';
import type { StudioValues } from './studio-values.ts';

/** Processes that decode the masters of an installation. Their program is named by its path, so that nobody bundles it. */
export const decodersOf = ({ baseDir, mastersDir }: Pick<StudioValues, 'baseDir' | 'mastersDir'>): Decoders =>
  openDecoders(join(baseDir, 'media/sandbox/worker.ts'), mastersDir);
