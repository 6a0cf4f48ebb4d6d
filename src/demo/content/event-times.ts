import type { DemoEvent, DemoMoment } from './schema/event.ts';

/** The zone in which all demo events are planned; it has had no daylight saving time since 1975. */
export const demoZone = 'Asia/Ho_Chi_Minh';
const offsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

function instantOf({ day, time }: DemoMoment, now: Date): Date {
  const midnight = Math.floor((now.getTime() + offsetMs) / dayMs) * dayMs - offsetMs;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(midnight + day * dayMs + (hours * 60 + minutes) * 60_000);
}

/** Begin and end of a demo event as instants, counted from the day that it is in Ho Chi Minh City at `now`. */
export const eventTimes = (event: Pick<DemoEvent, 'begins' | 'ends'>, now: Date): { startsAt: Date; endsAt: Date } => ({
  startsAt: instantOf(event.begins, now),
  endsAt: instantOf(event.ends, now),
});
