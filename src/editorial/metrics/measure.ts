import type { Payload, Where } from 'payload';
import { askRecord } from '../archive/ask-record.ts';
import type { Gauge } from './exposition.ts';

/** How long the database may take before it counts as silent, in milliseconds. */
const patience = 2500;

const gauge = (name: string, help: string, value: number): Gauge => ({ name: `benthanh_studio_${name}`, help, value });

const mastersNow = (payload: Payload, now: Date): Gauge[] => {
  const found = askRecord(payload, (record) => ({ ...record.alarms(), ...record.checks(now) }));
  if (!found) return [];
  const { damaged, missing, masters, checked, overdue, oldest } = found;
  return [
    gauge('masters', 'Masters that lie in the store or that an image names', masters),
    gauge('masters_checked', 'Masters that were hashed at least once', checked),
    gauge('masters_overdue', 'Masters that were not hashed within the promised 90 days', overdue),
    gauge('masters_damaged', 'Masters whose bytes are not what they were', damaged),
    gauge('masters_missing', 'Masters that are not there', missing),
    ...(oldest === null
      ? []
      : [
          gauge(
            'masters_oldest_check_seconds',
            'Time since the check that is the longest ago',
            Math.max(0, (now.getTime() - oldest.getTime()) / 1000),
          ),
        ]),
  ];
};

const waiting: Where = {
  and: [{ hasError: { not_equals: true } }, { processing: { not_equals: true } }, { completedAt: { exists: false } }],
};
const failed: Where = { hasError: { equals: true } };

/** Numbers of jobs; null: the database is silent. */
const counted = async (payload: Payload): Promise<{ waiting: number; failed: number } | null> => {
  const jobs = (where: Where) => payload.db.count({ collection: 'payload-jobs', where });
  const { promise: silence, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), patience);
  const asked = Promise.all([jobs(waiting), jobs(failed)]).then(
    ([one, other]) => ({ waiting: one.totalDocs, failed: other.totalDocs }),
    () => null,
  );
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
};

/** The state of the studio in numbers. Nothing in it names a picture, a text or a person. */
export const measure = async (payload: Payload, now: Date): Promise<Gauge[]> => {
  const jobs = await counted(payload);
  return [
    gauge('database_up', '1 when the database answers', Number(jobs !== null)),
    ...mastersNow(payload, now),
    ...(jobs === null
      ? []
      : [
          gauge('jobs_waiting', 'Background jobs that wait', jobs.waiting),
          gauge('jobs_failed', 'Background jobs that failed', jobs.failed),
        ]),
  ];
};
