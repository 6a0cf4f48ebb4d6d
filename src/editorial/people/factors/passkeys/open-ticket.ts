import { timingSafeEqual } from 'node:crypto';
import { fingerprint } from '../../sessions/fingerprint.ts';

/** So long a challenge may be signed, in milliseconds. */
const lasts = 5 * 60 * 1000;

const markOf = (secret: string, challenge: string, until: number): string =>
  fingerprint(secret, 'challenge for anybody', [challenge, until]);

/**
 * A ticket for whoever may come: it carries its challenge, and nothing is kept of it. However many are asked for by people who have said
 * nothing of themselves, no row is written.
 */
export const openTicket = (secret: string, challenge: string, now = Date.now()): string =>
  `${challenge}.${now + lasts}.${markOf(secret, challenge, now + lasts)}`;

/** What a ticket of ours asks to be signed, and until when; null for one that is not ours, was changed, or took too long. */
export const readOpenTicket = (
  secret: string,
  ticket: string,
  now = Date.now(),
): { readonly challenge: string; readonly until: Date } | null => {
  const [challenge = '', said = '', mark = ''] = ticket.split('.');
  const until = Number(said);
  const ours = Buffer.from(markOf(secret, challenge, until));
  const theirs = Buffer.from(mark);
  const isOurs = ours.byteLength === theirs.byteLength && timingSafeEqual(ours, theirs);
  return isOurs && until > now ? { challenge, until: new Date(until) } : null;
};
