import type { Config, Payload, TaskConfig } from 'payload';
import { z } from 'zod';
import { changeEdit, forgetEdits, listEdits } from './edit-store.ts';
import { runEdit } from './run-edit.ts';

const queue = 'pictures';
const task = 'edit-pictures';
const input = z.object({ edit: z.string() });

/** How long an edit may be silent before whoever lives takes it up, and how long one that ended is kept. Milliseconds. */
const silenceMs = 30_000;
const keptMs = 30 * 24 * 60 * 60 * 1000;

const editTask: TaskConfig = {
  slug: task,
  retries: 0,
  handler: async ({ input: given, req }) => {
    await runEdit(req.payload, input.parse(given).edit);
    return { output: {} };
  },
};

const nobody = (): boolean => false;

/** Payload's job queue, which only programs of ours speak to. A job names an edit and holds nothing else. */
export const jobsConfig: NonNullable<Config['jobs']> = {
  tasks: [editTask],
  deleteJobOnComplete: true,
  access: { queue: nobody, run: nobody, cancel: nobody },
};

const queued = z.looseObject({ id: z.union([z.string(), z.number()]) });

/** Puts an edit into the queue and has it carried out in the background. */
export const queueEdit = async (payload: Payload, edit: string): Promise<void> => {
  const jobs = payload.jobs as unknown as { queue(args: object): Promise<unknown> };
  const { id } = queued.parse(await jobs.queue({ task, queue, input: { edit } }));
  payload.jobs
    .runByID({ id, silent: true })
    .catch((err: unknown) => payload.logger.error({ err }, 'the queue of edits did not run'));
};

/**
 * Takes up what a process that was killed has left: edits of which nothing was heard for a while go into the queue again.
 * @param silence milliseconds without a sign of life
 */
export const resumeEdits = async (payload: Payload, silence: number = silenceMs): Promise<void> => {
  const before = new Date(Date.now() - silence).toISOString();
  const states = { state: { in: ['waiting', 'running'] } };
  for (const { id } of await listEdits(payload, { and: [states, { beatAt: { less_than_equal: before } }] })) {
    await changeEdit(payload, id, { beatAt: new Date().toISOString() });
    await queueEdit(payload, id);
  }
  await payload.db.deleteMany({
    collection: 'payload-jobs',
    where: {
      and: [{ queue: { equals: queue } }, { processing: { equals: true } }, { updatedAt: { less_than: before } }],
    },
  });
};

/** Looks again and again for edits that fell silent, and forgets those that ended long ago. */
export const keepEditsGoing = (payload: Payload): void => {
  const look = () =>
    resumeEdits(payload)
      .then(() => forgetEdits(payload, new Date(Date.now() - keptMs)))
      .catch((err: unknown) => payload.logger.warn({ err }, 'edits were not looked after'));
  setInterval(look, silenceMs).unref();
  void look();
};
