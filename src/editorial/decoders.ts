import { join } from 'node:path';
import { type Cutters, openCutters } from '#media/sandbox/cutters.ts';
import { type Decoders, openDecoders } from '#media/sandbox/pool.ts';
import type { StudioValues } from './studio-values.ts';

/** The program that decodes. It is named by its path, so that nobody bundles it. */
const entryIn = (baseDir: string): string => join(baseDir, 'media/sandbox/worker.ts');

/** A process that cuts tiles for people of the studio. One is enough for whoever looks; it ends when nobody does. */
export const cuttersOf = ({ baseDir }: Pick<StudioValues, 'baseDir'>): Cutters =>
  openCutters(entryIn(baseDir), { processes: 1 });

/** Processes that decode the masters of an installation. */
export const decodersOf = ({
  baseDir,
  mastersDir,
  atRest,
}: Pick<StudioValues, 'baseDir' | 'mastersDir' | 'atRest'>): Decoders =>
  openDecoders(entryIn(baseDir), mastersDir, {}, atRest);
