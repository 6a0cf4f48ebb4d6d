import { expect, test, vi } from 'vitest';
import { Refused, sessionOf } from './session.ts';

const sessions = () => {
  let number = 0;
  const closed: number[] = [];
  const ways = { token: 'City', logIn: async () => ++number, close: async (one: number) => closed.push(one) };
  return { ways, closed };
};
const refusing = (answer: number) => async () => {
  throw new Refused('FindObjects', answer);
};
const failing = (code: string) => expect.objectContaining({ code });

test('what was refused leaves its session, so that nothing that was begun there stands in the way of what follows', async () => {
  const { ways, closed } = sessions();
  const within = sessionOf(ways);
  await expect(within(refusing(0x31))).rejects.toEqual(failing('pkcs11-refused'));
  expect(await within(async (session) => session)).toBe(2);
  expect(closed).toEqual([1]);
});

test.each([0x30, 0x32, 0x90, 0xb0, 0xb3, 0xe0, 0x101])(
  'work of a session that was lost (0x%s) is done anew, once',
  async (answer) => {
    const { ways, closed } = sessions();
    const within = sessionOf(ways);
    const work = vi.fn(async (session: number) => (session === 1 ? refusing(answer)() : session));
    expect(await within(work)).toBe(2);
    const never = vi.fn(refusing(answer));
    await expect(within(never)).rejects.toEqual(failing('pkcs11-refused'));
    expect([never.mock.calls.length, closed]).toEqual([2, [1, 2, 3]]);
  },
);

test('nobody waits behind a call that does not come back, and when it has come back work goes on', async () => {
  const within = sessionOf(sessions().ways, 20);
  const stuck = Promise.withResolvers<string>();
  const [first, second] = [within(() => stuck.promise), vi.fn(async () => 'second')];
  const behind = within(second);
  await expect(first).rejects.toEqual(failing('pkcs11-silent'));
  await expect(behind).rejects.toEqual(failing('pkcs11-silent'));
  await expect(within(second)).rejects.toEqual(failing('pkcs11-silent'));
  stuck.resolve('at last');
  await vi.waitFor(async () => expect(await within(async () => 'third')).toBe('third'));
  expect(second).not.toHaveBeenCalled();
});
