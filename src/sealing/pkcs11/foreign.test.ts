import { expect, test, vi } from 'vitest';
import { openOrTell } from './foreign.ts';
import { Refused } from './session.ts';

const general = 0x05;
const refusing = (answer: number, call = 'Decrypt') =>
  vi.fn(async (): Promise<string> => {
    throw new Refused(call, answer);
  });
const well = async () => true;
const foreign = expect.objectContaining({ code: 'sealed-foreign' });

test.each([0x40, 0x41])('0x%s says that the bytes are foreign', async (answer) => {
  await expect(openOrTell(refusing(answer), well)).rejects.toEqual(foreign);
});

test('the general error says so where the token opens something else, and those bytes still not', async () => {
  const open = refusing(general);
  await expect(openOrTell(open, well)).rejects.toEqual(foreign);
  expect(open).toHaveBeenCalledTimes(2);
});

test.each([
  ['opens nothing else', async () => false],
  ['does not even answer', refusing(general, 'EncryptInit')],
])('the general error of a token that %s says nothing of the bytes', async (_, isWell) => {
  await expect(openOrTell(refusing(general), isWell as () => Promise<boolean>)).rejects.toEqual(
    expect.objectContaining({ call: 'Decrypt', answer: general }),
  );
});

test('a token that was not well for a moment opens them after all', async () => {
  const open = refusing(general)
    .mockImplementationOnce(refusing(general))
    .mockImplementation(async () => 'plain');
  expect(await openOrTell(open, well)).toBe('plain');
});

test.each([
  ['Decrypt', 0x30],
  ['Decrypt', 0x06],
  ['DecryptInit', 0x60],
  ['DecryptInit', general],
])('what %s refuses with 0x%s stays what it is', async (call, answer) => {
  await expect(openOrTell(refusing(answer, call), well)).rejects.toEqual(expect.objectContaining({ call, answer }));
});
