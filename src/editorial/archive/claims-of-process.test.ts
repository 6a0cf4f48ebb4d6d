import { expect, it } from 'vitest';
import { openClaims } from './claims-of-process.ts';

it('gives the same thing to one after another, in order of asking, and other things at once', async () => {
  const { take } = openClaims();
  const seen: string[] = [];
  const work = async (name: string, who: string) => {
    const giveBack = await take(name);
    seen.push(`${who} in`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push(`${who} out`);
    giveBack();
  };
  await Promise.all([work('a', 'first'), work('a', 'second'), work('a', 'third'), work('b', 'other')]);
  expect(seen.filter((one) => !one.startsWith('other'))).toEqual(
    ['first', 'second', 'third'].flatMap((who) => [`${who} in`, `${who} out`]),
  );
  expect(seen.indexOf('other in')).toBeLessThan(seen.indexOf('first out'));
});
