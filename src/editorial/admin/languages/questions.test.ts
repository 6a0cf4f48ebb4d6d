import { expect, it } from 'vitest';
import { openQuestions } from './questions.ts';

/** What is asked about, as it stands; an answer tells how it stood when the question was asked, and waits for `answer`. */
const open = () => {
  const asked: { key: string; answer: () => void }[] = [];
  const world = { stands: 'first' };
  const ask = (key: string) =>
    new Promise<string>((resolve) => {
      const { stands } = world;
      asked.push({ key, answer: () => resolve(`${key}: ${stands}`) });
    });
  return { asked, world, ...openQuestions(ask) };
};

it('answers all who look at the same moment with one question', async () => {
  const { asked, shared } = open();
  const answers = [shared('a'), shared('a'), shared('b')];
  expect(asked.map(({ key }) => key)).toEqual(['a', 'b']);
  for (const { answer } of asked) answer();
  expect(await Promise.all(answers)).toEqual(['a: first', 'a: first', 'b: first']);
});

it('asks anew for whoever has just changed something, though a question is under way', async () => {
  const { asked, world, shared, fresh } = open();
  const looking = shared('a');
  world.stands = 'second';
  const changed = [fresh('a'), fresh('a')];
  expect(asked).toHaveLength(1);
  asked[0]?.answer();
  expect(await looking).toBe('a: first');
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.answer();
  expect(await Promise.all(changed)).toEqual(['a: second', 'a: second']);
});

it('asks again when everything asked before is answered', async () => {
  const { asked, world, shared, fresh } = open();
  const first = fresh('a');
  asked[0]?.answer();
  expect(await first).toBe('a: first');
  world.stands = 'second';
  const again = shared('a');
  asked[1]?.answer();
  expect(await again).toBe('a: second');
});
