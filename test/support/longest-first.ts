import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with what takes longest even alone, so that the last minutes of a run are not one worker's. */
const longest = [
  ...['the-road-of-texts-is-walked.browser.test.ts', 'the-road-of-keepers-is-walked.browser.test.ts'],
  ...['a-first-start-is-cut-short.int.test.ts', 'a-whole-life.int.test.ts'],
  ...['broken-files.int.test.ts', 'a-folder-is-taken-in.int.test.ts', 'rights-of-every-kind.int.test.ts'],
  ...['truth-table.int.test.ts', 'the-gate-heals.int.test.ts', 'the-gate-is-killed.int.test.ts'],
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(name));
  return place === -1 ? longest.length : place;
};

const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

/** Vitest's own order, except that in each group the longest files come first: a fresh clone knows no durations. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => groupOf(one) - groupOf(other) || rank(one) - rank(other));
  }
}
