import { Failure } from '#errors/failure.ts';
import { cutPicture } from '../iiif/cut.ts';
import { openMasterReader } from '../intake/master-store.ts';
import { embeddedOf } from '../metadata/embedded-file.ts';
import { deriveRenditions } from '../pixels/derive.ts';
import { examine } from '../pixels/examine.ts';
import { lookAgain } from '../pixels/look-again.ts';
import { technicalOf } from '../pixels/technical.ts';
import { makeZoomCopy } from '../pixels/zoom-copy.ts';
import type { Answers, Outcome, Task } from './tasks.ts';

/**
 * A process in which pictures of strangers are decoded, one at a time. It knows no database and no secret. When its parent
 * is gone it goes too; when a picture takes more memory than it may, it ends, and the picture with it. Its argument is
 * that bound: resident megabytes.
 */
const bound = Number(process.argv[2]) * 2 ** 20;

/** Milliseconds between two looks at the memory in use. */
const glance = 50;

const act = async (task: Task): Promise<Answers[keyof Answers]> => {
  if (task.kind === 'examine') return examine(task.picture, task.maxPixels);
  if (task.kind === 'cut') return cutPicture(task.order);
  const master = task.bytes ?? (await openMasterReader(task.dir).read(task.sha256));
  if (task.kind === 'embedded') return embeddedOf(master);
  if (task.kind === 'looks') return lookAgain(master);
  if (task.kind === 'technical') return technicalOf(master);
  if (task.kind === 'zoomCopy') return makeZoomCopy(master);
  return deriveRenditions(master, task.options);
};

const outcomeOf = async (task: Task): Promise<Outcome> => {
  try {
    return { done: await act(task) };
  } catch (cause) {
    if (cause instanceof Failure) return { failed: { code: cause.code, values: cause.values } };
    return { broke: cause instanceof Error ? cause.message : String(cause) };
  }
};

/** At once: a decoder that is at work does not listen. */
const end = () => process.kill(process.pid, 'SIGKILL');

setInterval(() => {
  if (process.memoryUsage.rss() > bound) end();
}, glance).unref();

process.on('disconnect', end);
process.on('message', async (task: Task) => {
  process.send?.(await outcomeOf(task));
});
