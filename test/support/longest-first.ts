import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Begins with what takes longest even alone, so that the last minutes of a run are not one worker's. While the stories wait for the first
 * start of a house that they share, another file that needs none goes on.
 */
const longest = [
  ...['the-road-of-texts-is-walked.browser.test.ts', 'the-road-of-keepers-is-walked.browser.test.ts'],
  ...['pages-tell-nothing.browser.test.ts', 'a-whole-life.int.test.ts', 'walls.test.ts'],
];

/** Those of a minute and more among the files that share processes. */
const longOfMany = [
  ...['doors-by-person.int.test.ts', 'every-door-is-walked.int.test.ts', 'broken-files.int.test.ts'],
  ...['a-bag-is-interrupted.int.test.ts', 'the-same-bytes-at-once.int.test.ts', 'rights-of-every-kind.int.test.ts'],
  ...['one-picture-of-two.int.test.ts', 'rights-to-what-programs-keep.int.test.ts'],
];

/** Long ones, then what starts whole installations, and in the end what shares processes, of which most files are short. */
const rank = ({ moduleId, project }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(name));
  if (place !== -1) return place;
  if (project.config.isolate) return longest.length;
  return longest.length + (longOfMany.some((name) => moduleId.endsWith(name)) ? 1 : 2);
};

const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

/** Vitest's own order, except that in each group the longest files come first: a fresh clone knows no durations. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => groupOf(one) - groupOf(other) || rank(one) - rank(other));
  }
}
