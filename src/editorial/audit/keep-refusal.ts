import type { Payload, PayloadRequest } from 'payload';
import type { FailureCode } from '#errors/failures.ts';
import { isMarkedCollection } from '../workflow/references.ts';
import { actOf } from './act-of.ts';
import { asAsked } from './as-asked.ts';
import { type Act, lineOf, writeLine } from './audit-line.ts';
import { closeTallies } from './close-tallies.ts';
import { isKept, type KeptRefusal } from './kept-refusals.ts';
import { openRefusalBook, type RefusalBook } from './refusal-book.ts';

interface Desk {
  readonly book: RefusalBook;
  /** Lines are written one after the other: what happened again finds the line of the first time. */
  last: Promise<void>;
  /** Comes when the hour is over that is being counted. */
  closing: NodeJS.Timeout | null;
}

const desks = new WeakMap<Payload, Desk>();

const deskOf = (payload: Payload): Desk => {
  const desk = desks.get(payload) ?? { book: openRefusalBook(), last: Promise.resolve(), closing: null };
  desks.set(payload, desk);
  return desk;
};

/** What is missing or hidden, which look alike, is worth a line where something can be hidden. */
const isWorthIt = ({ user }: PayloadRequest, code: KeptRefusal, { collection }: Act): boolean => {
  if (code === 'sign-in-failed' || code === 'second-factor-failed') return true;
  if (!user) return false;
  return code !== 'not-found' || collection === 'markings' || isMarkedCollection(collection);
};

const write = async (book: RefusalBook, req: PayloadRequest, act: Act, code: KeptRefusal): Promise<void> => {
  const now = new Date();
  const { about } = asAsked(req);
  const entry = book.enter({ ...act, actor: req.user ? String(req.user.id) : null, code, about }, now);
  if ('again' in entry) {
    const data = { times: entry.times, lastAt: now.toISOString() };
    await req.payload.db.updateOne({ collection: 'audit', id: entry.again, data, returning: false });
    return;
  }
  const line = await lineOf(req, entry.line, code, now);
  await writeLine(req.payload, line, null);
  entry.opened(line.id);
};

/** Does something after all that came before it; where it fails the log of the process says so. */
const inTurn = (desk: Desk, payload: Payload, work: () => Promise<void>, about: object): Promise<void> => {
  desk.last = desk.last
    .then(work)
    .catch((err: unknown) => payload.logger.error({ err, ...about }, 'a refusal left no audit line'));
  return desk.last;
};

/** Nobody need be refused anything for the tallies of an hour to be closed. */
const closeInTime = (desk: Desk, payload: Payload): void => {
  desk.closing ??= setTimeout(
    () => {
      desk.closing = null;
      void inTurn(desk, payload, () => closeTallies(payload, desk.book, new Date()), {});
    },
    Math.max(desk.book.ends - Date.now(), 0) + 1_000,
  ).unref();
};

/**
 * Leaves an audit line of a refusal, outside of what was rolled back with it. Where that fails the call is refused all
 * the same, and the log says that the line is missing.
 */
export const keepRefusal = async (req: PayloadRequest, code: FailureCode): Promise<void> => {
  if (!isKept(code)) return;
  const act = await actOf(req).catch(() => null);
  if (!act || !isWorthIt(req, code, act)) return;
  const desk = deskOf(req.payload);
  await inTurn(desk, req.payload, () => write(desk.book, req, act, code), { code });
  await inTurn(desk, req.payload, () => closeTallies(req.payload, desk.book, new Date()), {});
  closeInTime(desk, req.payload);
};
