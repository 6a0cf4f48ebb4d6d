import type { Payload, TypedUser } from 'payload';
import { z } from 'zod';
import { viewerOf } from '#collections/viewer-of.ts';
import { studioLocales } from '#languages/locales.ts';
import { takeClaim } from '../archive/claim.ts';
import { cityDay } from '../translation/terms/city-day.ts';
import { saysSomething, writeDigest } from './digest.ts';
import { digestFor, type Recipient } from './digest-for.ts';
import { digestOf, digestsOf, forgetDigests, putDigest } from './digest-store.ts';
import type { Mailer } from './mailer.ts';

/** What sending needs. */
export interface Sending {
  readonly payload: Payload;
  readonly mailer: Mailer;
  /** Address of the studio, without a slash at the end. */
  readonly studioUrl: string;
  /** Hour of the day in the city from which mails go out. */
  readonly hour: number;
  /** Ends the round before its next mail. */
  readonly signal?: AbortSignal;
}

/** What became of a round. */
export interface Round {
  readonly sent: number;
  /** For whom nothing waits. */
  readonly nothing: number;
  readonly failed: number;
}

const cityHour = (moment: Date): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' }).format(
      moment,
    ),
  );

const daysKept = 30;
const dayMs = 24 * 60 * 60 * 1000;

const person = z.looseObject({
  name: z.string().nullish(),
  email: z.string(),
  language: z.enum(studioLocales).nullish().catch(null),
});

/** Everybody who wants a daily mail and can sign in, in an order that is always the same. */
const recipients = async ({ db }: Pick<Payload, 'db'>): Promise<Recipient[]> => {
  const where = { dailyMail: { equals: true } };
  const { docs } = await db.find({ collection: 'users', where, limit: 0, pagination: false });
  return docs
    .flatMap((doc) => {
      const viewer = viewerOf(doc as unknown as TypedUser);
      const { name, email, language } = person.parse(doc);
      const isIn = viewer !== null && !viewer.disabled && !viewer.mustChangePassword && viewer.roles.length > 0;
      return isIn ? [{ viewer, name: name ?? '', email, language: language ?? studioLocales[0] }] : [];
    })
    .sort((one, other) => one.viewer.id.localeCompare(other.viewer.id));
};

type Fate = 'sent' | 'nothing' | 'failed' | 'unreachable' | 'done-already';

/** Whether the server speaks with us and only does not want this mail. */
const isRefusal = (error: unknown): boolean => {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'EENVELOPE' || code === 'EMESSAGE';
};

/** What a log may say of a fault: no address, no word of a mail. */
const faultOf = (error: unknown): object => {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return { fault: String(code ?? 'unknown'), answer: Number(responseCode ?? 0) };
};

/**
 * Sends somebody their mail of a day, by the holder of the claim on it. That it is handed over is written first: a process that is
 * killed between the two leaves one mail that is not sent, and never one that is sent twice.
 */
const sendOne = async (
  { payload, mailer, studioUrl }: Sending,
  to: Recipient,
  day: string,
  now: Date,
): Promise<Fate> => {
  const { id } = to.viewer;
  const before = await digestOf(payload, day, id);
  if (before && before.state !== 'failed') return 'done-already';
  const tries = (before?.tries ?? 0) + 1;
  const digest = await digestFor(payload, to, studioUrl, now);
  if (!saysSomething(digest)) {
    await putDigest(payload, day, id, { state: 'nothing', tries });
    return 'nothing';
  }
  await putDigest(payload, day, id, { state: 'handed-over', tries });
  try {
    const messageId = `<${day}.${id}@${new URL(studioUrl).hostname}>`;
    await mailer.send({ to: to.email, messageId, ...writeDigest(digest) });
  } catch (error) {
    await putDigest(payload, day, id, { state: 'failed', tries });
    payload.logger.warn(faultOf(error), 'a daily mail could not be sent; it is tried again');
    return isRefusal(error) ? 'failed' : 'unreachable';
  }
  await putDigest(payload, day, id, { state: 'sent', tries });
  return 'sent';
};

/** @returns what became of it; whoever else has the claim is waited for */
const inClaim = async (sending: Sending, to: Recipient, day: string, now: Date): Promise<Fate> => {
  const claim = await takeClaim(sending.payload, `mail/${day}/${to.viewer.id}`);
  try {
    return await sendOne(sending, to, day, now);
  } finally {
    await claim.giveBack();
  }
};

/**
 * Sends the mails of a day that are not sent yet, from its hour on: one to each person, whatever studios look after it and
 * however often. A server that cannot be reached ends the round; the next one goes on where it ended.
 * @throws Failure `coverage-indexing`; nothing is lost by it
 */
export const sendDigests = async (sending: Sending, now: Date): Promise<Round> => {
  const round = { sent: 0, nothing: 0, failed: 0 };
  if (cityHour(now) < sending.hour) return round;
  const { payload } = sending;
  const day = cityDay(now);
  await forgetDigests(payload, cityDay(new Date(now.getTime() - daysKept * dayMs)));
  const settled = new Set(
    (await digestsOf(payload, day)).filter(({ state }) => state !== 'failed').map(({ person: id }) => id),
  );
  for (const to of await recipients(payload)) {
    if (sending.signal?.aborted) break;
    if (settled.has(to.viewer.id)) continue;
    const fate = await inClaim(sending, to, day, now);
    if (fate === 'unreachable' || fate === 'failed') round.failed += 1;
    else if (fate !== 'done-already') round[fate] += 1;
    if (fate === 'unreachable') break;
  }
  return round;
};
