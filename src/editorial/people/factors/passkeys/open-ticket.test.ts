import { expect, test } from 'vitest';
import { openTicket, readOpenTicket } from './open-ticket.ts';

const minutes = (count: number) => count * 60_000;

test('a ticket tells its challenge for five minutes, and where nothing of it was changed', () => {
  const ticket = openTicket('secret', 'abc', 0);
  expect(readOpenTicket('secret', ticket, minutes(5) - 1)?.challenge).toBe('abc');
  expect(readOpenTicket('secret', ticket, minutes(5))).toBeNull();
  expect(readOpenTicket('another secret', ticket, 1)).toBeNull();
  const [challenge, until, mark] = ticket.split('.');
  for (const changed of [
    `abd.${until}.${mark}`,
    `${challenge}.${Number(until) + 1}.${mark}`,
    `${challenge}.${until}`,
    '',
  ])
    expect(readOpenTicket('secret', changed, 1), changed).toBeNull();
});
