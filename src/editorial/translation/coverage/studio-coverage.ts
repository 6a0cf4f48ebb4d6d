import { join } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import { settled } from '../../beside/followed.ts';
import { openReferenceNames } from '../../beside/reference-names.ts';
import { openAnswers } from './ask.ts';
import { type CoverageIndex, openCoverageIndex } from './index/coverage-index.ts';
import { openOrders } from './order.ts';

/** The table of translations of a studio. */
export interface StudioCoverage {
  readonly index: CoverageIndex;
  readonly ask: ReturnType<typeof openAnswers>;
  readonly names: ReturnType<typeof openReferenceNames>;
}

const custom = z.looseObject({ archiveDir: z.string().optional() });

/** Pages and addresses of one studio are bundled apart: they share the index that is kept beside their Payload. */
const place = Symbol.for('benthanh.coverage');
const tables = (): WeakMap<Payload, StudioCoverage> => {
  const holder = globalThis as { [place]?: WeakMap<Payload, StudioCoverage> };
  holder[place] ??= new WeakMap();
  return holder[place];
};

/** The table of a studio, opened when it is first asked for. */
export const coverageOf = (payload: Payload): StudioCoverage => {
  const known = tables().get(payload);
  if (known) return known;
  const { archiveDir } = custom.parse(payload.config.custom);
  const index = openCoverageIndex(payload, archiveDir === undefined ? null : join(archiveDir, 'translations.db'));
  const { columns, file } = index;
  const ask = openAnswers({ columns, file, orders: openOrders(columns) });
  const coverage = { index, ask, names: openReferenceNames(payload) };
  tables().set(payload, coverage);
  return coverage;
};

/**
 * The table as everything stands committed now.
 * @throws Failure `coverage-indexing` with `{ percent }` as long as it is compared with the database for the first time
 */
export const settledCoverage = async (payload: Payload): Promise<StudioCoverage> => {
  const coverage = coverageOf(payload);
  await settled(coverage.index, 'coverage-indexing');
  return coverage;
};

/** Follows the database in the background, so that the first question of a morning need not catch up with a night. */
export const keepCoverageFollowed = (payload: Payload): void => {
  const follow = () =>
    coverageOf(payload)
      .index.settle()
      .catch((err: unknown) => payload.logger.warn({ err }, 'the table of translations did not follow'));
  setInterval(follow, 20_000).unref();
  void follow();
};
