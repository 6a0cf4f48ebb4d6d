import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

/** Part of a story. It may rest on the chapters before it on the same road, and on nothing that another road does. */
export type Chapter = (stage: () => Stage) => void;

/** Walks chapters in their order, in one house of their own, which in the end has broken nowhere and leaves nothing. */
export const walk = (...chapters: readonly Chapter[]): void => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    const stopped = await stage?.house.stop();
    await stage?.[Symbol.asyncDispose]();
    expect(stopped?.left).toEqual([]);
  });
  for (const chapter of chapters) chapter(() => stage);
  it('no page breaks, and none asks anybody outside', () => expect(stage.complaints).toEqual([]));
};
