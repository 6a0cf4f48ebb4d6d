import type { LaunchState } from '#collections/launch-states.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { takeClaim } from '../archive/claim.ts';
import { leaveHint } from '../outbox/hint.ts';
import type { Acting } from './acting.ts';
import { type Decision, decideLaunch } from './decide-launch.ts';
import { finishLaunch } from './finish.ts';
import { isOpen, type Launch, openStates } from './launch.ts';
import { changeLaunch, dueLaunches, launchClaim, readLaunchById } from './launch-store.ts';
import { nobodysRequest } from './nobodys-request.ts';
import { type Standing, standingsOf } from './standing.ts';

const isDue = (launch: Launch | null, now: Date): launch is Launch =>
  launch !== null && isOpen(launch) && launch.at <= now.toISOString();

/** Languages about which something is still to be decided: of what is out, those that were late. */
const askedOf = ({ state, locales, outcome }: Launch): StudioLocale[] =>
  state === 'awaiting'
    ? locales.filter((locale) => ['fallback', 'refused'].includes(outcome.fates[locale]?.fate ?? ''))
    : locales;

const thinkOf = async (
  { payload, rules, now }: Acting,
  launch: Launch,
): Promise<{ decision: Decision; standings: Standing[] } | null> => {
  const { collection, documentId: id, by, rule, state } = launch;
  const question = { name: { collection, id }, locales: askedOf(launch), by, at: now, rules };
  const standings = await standingsOf(await nobodysRequest(payload), question);
  if (standings === null) return null;
  return { standings, decision: decideLaunch(rule, standings, now.toISOString(), state === 'awaiting') };
};

const told = (fates: Launch['outcome']['fates']): string =>
  JSON.stringify(Object.entries(fates).map(([locale, { fate, reasons }]) => [locale, fate, reasons]));

/** Whether a decision is news: otherwise nothing is written, and nobody is kept from anything. */
const isNews = ({ state, outcome }: Launch, { goes, fates }: Decision): boolean =>
  goes || state === 'planned' || told({ ...outcome.fates, ...fates }) !== told(outcome.fates);

/** Writes down that it waits, for what. */
const hold = async ({ payload }: Acting, launch: Launch, { fates }: Decision): Promise<void> => {
  const state = launch.state === 'awaiting' ? 'awaiting' : 'held';
  await changeLaunch(payload, launch, {
    state,
    outcome: { ...launch.outcome, fates: { ...launch.outcome.fates, ...fates } },
  });
};

/** The one write with which a launch happens: from here on it is done whatever ends. @returns null: somebody changed it meanwhile */
const decided = (acting: Acting, launch: Launch, { locales, fates }: Decision, standings: readonly Standing[]) => {
  const fresh = standings.filter(({ isPublicNow }) => !isPublicNow).map(({ locale }) => locale);
  const going = {
    at: new Date().toISOString(),
    ...{ locales: [...locales], fresh: locales.filter((locale) => fresh.includes(locale)), back: false, aside: {} },
  };
  const wentAt = launch.outcome.wentAt ?? acting.now.toISOString();
  const outcome = { wentAt, fates: { ...launch.outcome.fates, ...fates } };
  return changeLaunch(acting.payload, launch, { state: 'going', going, outcome });
};

const move = async (acting: Acting, launch: Launch): Promise<void> => {
  if (launch.state === 'going') return finishLaunch(acting, launch);
  const thought = await thinkOf(acting, launch);
  if (thought === null) return void (await changeLaunch(acting.payload, launch, { state: 'cancelled' }));
  const { decision, standings } = thought;
  if (!decision.goes) return hold(acting, launch, decision);
  const next = await decided(acting, launch, decision, standings);
  await acting.step?.('decided');
  if (next) await finishLaunch(acting, next);
};

const actOn = async (acting: Acting, launch: Launch): Promise<void> => {
  const { payload, now } = acting;
  if (launch.state !== 'going') {
    const thought = await thinkOf(acting, launch);
    if (thought && !isNews(launch, thought.decision)) return;
  }
  // One process acts; whoever waited finds what the other one has left to do, which is mostly nothing
  const claim = await takeClaim(payload, launchClaim(launch.id));
  try {
    const seen = await readLaunchById(payload, launch.id);
    if (isDue(seen, now)) await move(acting, seen);
  } finally {
    await claim.giveBack();
    await leaveHint(await nobodysRequest(payload), launch, null);
  }
};

/**
 * Does whatever launches are to do at a moment: goes out with those whose moment has come, holds them where something is
 * missing, finishes what another process began, lets what was late follow. A failure of one is logged, and the next round
 * tries again.
 * @param states of those that are looked at
 */
export const actOnLaunches = async (acting: Acting, states: readonly LaunchState[] = openStates): Promise<void> => {
  for (const launch of await dueLaunches(acting.payload, acting.now, states)) {
    try {
      await actOn(acting, launch);
    } catch (err) {
      acting.payload.logger.error({ err, launch: launch.id }, 'a launch is not finished');
    }
  }
};
